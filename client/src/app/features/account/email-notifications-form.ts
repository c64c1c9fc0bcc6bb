import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Problem } from '../../core/graphql/problem';
import { FormError } from '../../shared/ui/feedback/form-error';
import { SelectField } from '../../shared/ui/field/select-field';
import { PageSection } from '../../shared/ui/page/page-section';
import type { EmailNotifications } from './data/email-requests';
import { EmailStore } from './email.store';
import { hourOfDay } from '../../shared/text/dates';

type Check = 'missedMessages' | 'digest' | 'showsText';

/** Which e-mail the viewer wants. Each choice is kept at once. */
@Component({
  selector: 'app-email-notifications-form',
  imports: [FormError, PageSection, SelectField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="What you get by e-mail"
      i18n-heading
      lead="Nothing is sent while you don’t want to be disturbed. What you missed also waits while you use Tertulia."
      i18n-lead
    >
      @if (problem(); as fault) {
        <app-form-error>{{ fault.message }}</app-form-error>
      }
      <div class="checks">
        @for (each of checks; track each.name) {
          <label class="check">
            <input
              type="checkbox"
              [name]="each.name"
              [checked]="wanted()?.[each.name] ?? false"
              (change)="toggle(each.name, $event)"
            />
            {{ each.words }}
          </label>
        }
      </div>
      @if (wanted()?.digest) {
        <app-select-field
          class="hour"
          label="Time of the digest"
          i18n-label
          name="digest-hour"
          [choices]="hours"
          [value]="hour()"
          (valueChange)="setHour($event)"
        />
      }
    </app-page-section>
  `,
  styles: `
    .checks {
      display: grid;
      justify-items: start;
    }
    .check {
      display: flex;
      gap: var(--s3);
      align-items: center;
      min-height: var(--target);
      cursor: pointer;
    }
    input[type='checkbox'] {
      flex: none;
      width: 1.15rem;
      height: 1.15rem;
      accent-color: var(--accent);
    }
    .hour {
      max-width: 25rem;
    }
  `,
})
export class EmailNotificationsForm {
  private readonly store = inject(EmailStore);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly wanted = this.store.notifications;
  protected readonly hour = computed(() => String(this.wanted()?.digestHour ?? 8));
  protected readonly checks: readonly { readonly name: Check; readonly words: string }[] = [
    { name: 'missedMessages', words: $localize`Mentions and direct messages that you have not read after 15 minutes` },
    { name: 'digest', words: $localize`Once a day, what you have not read` },
    { name: 'showsText', words: $localize`Show what was said, not only who and where` },
  ];
  protected readonly hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    words: hourOfDay(hour),
  }));

  protected async toggle(name: Check, { target }: Event): Promise<void> {
    if (!(target instanceof HTMLInputElement)) return;
    await this.change({ [name]: target.checked });
    target.checked = this.wanted()?.[name] ?? false;
  }

  protected async setHour(hour: string): Promise<void> {
    if (hour !== this.hour()) await this.change({ digestHour: Number(hour) });
  }

  private async change(changes: Partial<EmailNotifications>): Promise<void> {
    const outcome = await this.store.change(changes);
    this.problem.set(outcome.ok ? null : outcome.problem);
  }
}
