import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { Problem } from '../../../core/graphql/problem';
import { momentInText } from '../../../shared/text/dates';
import { ServerClock } from '../../../shared/time/server-clock';
import { FormError } from '../../../shared/ui/feedback/form-error';
import { Skeleton } from '../../../shared/ui/feedback/skeleton';
import { type Explanation, WhyRequests } from './data/why-requests';
import { deliveryWords } from '../push-words';
import { emailWords, whyWords } from './why-words';

export interface Asked {
  readonly messageId: string;
}

/** Whether a message notified its reader, and why, with the way to the setting that decided. */
@Component({
  imports: [
    FormError,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    RouterLink,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>{{ heading() }}</h2>
    <mat-dialog-content aria-live="polite">
      @if (explanation(); as shown) {
        <p>{{ why()?.sentence }}</p>
        @switch (why()?.decider) {
          @case ('room') {
            <p class="where" i18n>You can change it in the room’s options, under “Notify me of”.</p>
          }
          @case ('settings') {
            <p class="where">
              <a routerLink="/account/notifications" matDialogClose i18n>Change your notification settings</a>
            </p>
          }
          @case ('blocked') {
            <p class="where"><a routerLink="/account" matDialogClose i18n>See whom you block</a></p>
          }
        }
        @if (deliveries().length > 0) {
          <h3 i18n>Sent to your devices</h3>
          <ul role="list">
            @for (row of deliveries(); track $index) {
              <li>
                <bdi>{{ row.deviceName }}</bdi>
                <span i18n
                  >{{
                    row.words  // i18n(ph="what")
                  }},
                  {{
                    row.when // i18n(ph="when")
                  }}</span
                >
              </li>
            }
          </ul>
        }
        @if (email(); as row) {
          <h3 i18n>By e-mail</h3>
          <p class="email" i18n>
            {{
              row.words  // i18n(ph="what")
            }},
            {{
              row.when // i18n(ph="when")
            }}
          </p>
        }
      } @else if (problem(); as fault) {
        <app-form-error>{{ fault.message }}</app-form-error>
      } @else {
        <span class="visually-hidden" i18n>Loading …</span>
        <app-skeleton [count]="2" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose i18n>Close</button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s3);
      overflow-wrap: anywhere;
    }
    a {
      color: var(--accent);
      font-weight: 600;
    }
    h3 {
      margin-top: var(--s2);
      color: var(--ink);
      font: 600 var(--text-m) / 1.4 var(--font-text);
    }
    ul {
      display: grid;
      gap: var(--s2);
    }
    li {
      display: grid;
      color: var(--ink);
    }
    li span {
      color: var(--ink-soft);
      font-size: var(--text-s);
    }
  `,
})
export class WhyDialog {
  protected readonly explanation = signal<Explanation | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly heading = computed(() => {
    const explanation = this.explanation();
    if (!explanation) return $localize`Was I notified?`;
    return explanation.isNotified
      ? $localize`You were notified of this message`
      : $localize`You were not notified of this message`;
  });
  protected readonly why = computed(() => {
    const explanation = this.explanation();
    return explanation && whyWords(explanation.reason, explanation.keyword);
  });
  protected readonly deliveries = computed(() =>
    (this.explanation()?.deliveries ?? []).map((delivery) => ({
      ...delivery,
      words: deliveryWords(delivery),
      when: momentInText(delivery.at, this.clock.now()),
    })),
  );
  protected readonly email = computed(() => {
    const email = this.explanation()?.email;
    return email && { words: emailWords(email.status), when: momentInText(email.at, this.clock.now()) };
  });
  private readonly clock = inject(ServerClock);
  private readonly requests = inject(WhyRequests);
  private readonly asked = inject<Asked>(MAT_DIALOG_DATA);

  constructor() {
    void this.ask();
  }

  private async ask(): Promise<void> {
    const outcome = await this.requests.why(this.asked.messageId);
    if (outcome.ok) this.explanation.set(outcome.value);
    else this.problem.set(outcome.problem);
  }
}
