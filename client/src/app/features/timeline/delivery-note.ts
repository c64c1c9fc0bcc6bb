import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';

/** How far one's own message has come while it is not on the server. */
@Component({
  selector: 'app-delivery-note',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (delivery()) {
      @case ('sending') {
        <p>Sending …</p>
      }
      @case ('waiting') {
        <p>{{ problem() ?? 'Waiting for the connection.' }} Sends automatically.</p>
      }
      @case ('failed') {
        <p class="failed">
          <span class="why"><app-icon name="circle-alert" [size]="16" />Not sent. {{ problem() }}</span>
          <button type="button" (click)="again.emit()">Send again</button>
          <button type="button" (click)="discarded.emit()">Discard</button>
        </p>
      }
    }
  `,
  styles: `
    p {
      color: var(--ink-faint);
      font-size: var(--text-s);
    }
    .failed {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s3);
      align-items: center;
      color: var(--danger);
      font-weight: 500;
    }
    .why {
      display: flex;
      gap: var(--s1);
      align-items: baseline;
    }
    app-icon {
      align-self: flex-start;
      margin-top: 0.15em;
    }
    button {
      min-height: var(--target);
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font-weight: 650;
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
  `,
})
export class DeliveryNote {
  readonly delivery = input.required<'sent' | 'sending' | 'waiting' | 'failed'>();
  readonly problem = input<string | null>(null);
  readonly again = output();
  readonly discarded = output();
}
