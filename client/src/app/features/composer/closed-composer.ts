import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';

/** Stands in the place of the composer, where one may not write. */
@Component({
  selector: 'app-closed-composer',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p role="status"><app-icon [name]="archived() ? 'archive' : 'lock'" [size]="17" />{{ text() }}</p>`,
  styles: `
    p {
      display: flex;
      gap: var(--s2);
      align-items: center;
      justify-content: center;
      margin: 0;
      padding: var(--s4);
      border-top: 1px solid var(--line);
      color: var(--ink-soft);
      text-align: center;
      text-wrap: balance;
    }

    app-icon {
      flex: none;
    }
  `,
})
export class ClosedComposer {
  readonly text = input.required<string>();
  readonly archived = input(false);
}
