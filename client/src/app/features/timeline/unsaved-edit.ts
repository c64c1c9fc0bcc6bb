import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Button } from '../../shared/ui/button/button';

/** Beneath a message whose edit was left before it was saved: the way back to it. */
@Component({
  selector: 'app-unsaved-edit',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (deleted()) {
      <p>It was deleted while you were editing it. Your text is still here.</p>
      <button appButton type="button" (click)="copied.emit()">Copy text</button>
    } @else {
      <p>You have unsaved changes.</p>
      <button appButton type="button" (click)="continued.emit()">Continue editing</button>
    }
    <button appButton type="button" (click)="discarded.emit()">Discard</button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s2);
      align-items: center;
      max-width: 46rem;
      color: var(--ink-soft);
      font-size: var(--text-s);
    }
  `,
})
export class UnsavedEdit {
  readonly deleted = input.required<boolean>();
  readonly continued = output();
  readonly copied = output();
  readonly discarded = output();
}
