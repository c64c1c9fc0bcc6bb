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
        <p>
          <span>{{ problem() ?? 'Waiting for the connection.' }} Sends automatically.</span>
          <button type="button" (click)="edited.emit()">Edit</button>
          <button type="button" (click)="discarded.emit()">Discard</button>
        </p>
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
  styleUrl: './delivery-note.scss',
})
export class DeliveryNote {
  readonly delivery = input.required<'sent' | 'sending' | 'waiting' | 'failed'>();
  readonly problem = input<string | null>(null);
  readonly again = output();
  readonly edited = output();
  readonly discarded = output();
}
