import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Icon } from '../icon/icon';

/** A fault that belongs to no single field. */
@Component({
  selector: 'app-form-error',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'alert' },
  template: `<app-icon name="circle-alert" [size]="18" /><span><ng-content /></span>`,
  styles: `
    :host {
      display: flex;
      gap: var(--s2);
      padding: var(--s3) var(--s4);
      border-radius: var(--radius-s);
      background: var(--danger-soft);
      color: var(--danger);
      font-weight: 500;
    }
    app-icon {
      margin-top: 0.15em;
    }
  `,
})
export class FormError {}
