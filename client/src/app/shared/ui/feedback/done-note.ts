import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';

/** Says that something went well, to the eye and to a screen reader. It stands there empty before, or nobody would be told. */
@Component({
  selector: 'app-done-note',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @if (text(); as words) {
      <p>
        <app-icon name="check" [size]="18" /><span>{{ words }}</span>
      </p>
    }
  `,
  styles: `
    :host(:not(:has(p))) {
      margin-top: calc(var(--s4) * -1);
    }
    p {
      display: flex;
      gap: var(--s2);
      padding: var(--s3) var(--s4);
      border-radius: var(--radius-s);
      background: var(--accent-soft);
      color: var(--on-accent-soft);
      font-weight: 500;
      overflow-wrap: anywhere;
    }
    app-icon {
      margin-top: 0.15em;
    }
  `,
})
export class DoneNote {
  readonly text = input.required<string>();
}
