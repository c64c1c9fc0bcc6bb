import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Button } from '../../shared/ui/button/button';

/** Beneath a message whose edit was left before it was saved: the way back to it. */
@Component({
  selector: 'app-unsaved-edit',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (deleted()) {
      <p i18n>It was deleted while you were editing it. Your text is still here.</p>
      <button appButton type="button" (click)="copied.emit()" i18n>Copy text</button>
    } @else {
      <p i18n>You have unsaved changes.</p>
      <button appButton type="button" (click)="continued.emit()" i18n>Continue editing</button>
    }
    <button appButton type="button" (click)="discarded.emit()" i18n>Discard</button>
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
