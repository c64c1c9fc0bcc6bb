import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';

/** How far one's own message has come while it is not on the server. */
@Component({
  selector: 'app-delivery-note',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (delivery()) {
      @case ('sending') {
        <p i18n>Sending …</p>
      }
      @case ('waiting') {
        <p>
          <span>{{ waiting() }}</span>
          <button type="button" (click)="edited.emit()" i18n>Edit</button>
          <button type="button" (click)="discarded.emit()" i18n>Discard</button>
        </p>
      }
      @case ('failed') {
        <p class="failed">
          <span class="why"
            ><app-icon name="circle-alert" [size]="16" /><ng-container i18n
              >Not sent. {{ problem() }}</ng-container
            ></span
          >
          <button type="button" (click)="again.emit()" i18n>Send again</button>
          <button type="button" (click)="discarded.emit()" i18n>Discard</button>
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

  protected readonly waiting = computed(() => {
    const problem = this.problem();
    return problem === null
      ? $localize`Waiting for the connection. Sends automatically.`
      : $localize`${problem}:problem: Sends automatically.`;
  });
}
