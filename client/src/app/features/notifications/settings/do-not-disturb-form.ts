import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '../../../core/graphql/problem';
import { MinuteClock } from '../../../shared/time/minute-clock';
import { FormError } from '../../../shared/ui/feedback/form-error';
import { PageSection } from '../../../shared/ui/page/page-section';
import { type DoNotDisturbEnd, doNotDisturbEnds, untilInWords } from '../do-not-disturb/do-not-disturb-end';
import { NotificationSettingsStore } from './notification-settings.store';

/** Nothing calls the viewer for a while, on any device. */
@Component({
  selector: 'app-do-not-disturb-form',
  imports: [FormError, MatButton, PageSection],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="Do not disturb"
      i18n-heading
      lead="Nothing calls you for a while, on any of your devices. What is unread still shows."
      i18n-lead
    >
      @if (problem(); as fault) {
        <app-form-error>{{ fault.message }}</app-form-error>
      }
      <p role="status">{{ state() }}</p>
      <div class="choices">
        @if (until()) {
          <button matButton="filled" type="button" disabledInteractive [disabled]="busy()" (click)="set(null)" i18n>
            End it now
          </button>
        }
        @for (choice of ends; track choice.end) {
          <button matButton="outlined" type="button" disabledInteractive [disabled]="busy()" (click)="set(choice.end)">
            {{ choice.words }}
          </button>
        }
      </div>
    </app-page-section>
  `,
  styles: `
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
  `,
})
export class DoNotDisturbForm {
  protected readonly ends = doNotDisturbEnds();
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly clock = inject(MinuteClock);
  private readonly store = inject(NotificationSettingsStore);
  protected readonly until = computed(() => untilInWords(this.store.doNotDisturbUntil(), this.clock.now()));
  protected readonly state = computed(() => {
    const until = this.until();
    return until === null ? $localize`Do not disturb is off.` : $localize`Do not disturb is on ${until}:until:.`;
  });

  protected async set(end: DoNotDisturbEnd | null): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const outcome = await this.store.setDoNotDisturb(end);
    this.busy.set(false);
    this.problem.set(outcome.ok ? null : outcome.problem);
  }
}
