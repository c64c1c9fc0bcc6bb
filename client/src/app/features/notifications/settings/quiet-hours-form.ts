import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Weekday, WEEKDAYS } from '#rules';
import { faultOf } from '../../../core/graphql/fault-of';
import { type Problem, problem } from '../../../core/graphql/problem';
import { dateFormat } from '../../../shared/language/date-format';
import { timeZoneChoices, timeZoneHere } from '../../../shared/text/time-zones';
import { DoneNote } from '../../../shared/ui/feedback/done-note';
import { FormError } from '../../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../../shared/ui/field/focus-first-error';
import { SelectField } from '../../../shared/ui/field/select-field';
import { TextField } from '../../../shared/ui/field/text-field';
import { PageSection } from '../../../shared/ui/page/page-section';
import { NotificationSettingsStore } from './notification-settings.store';

const USUAL = { from: '18:00', until: '08:00', days: WEEKDAYS };

/** When the viewer wants quiet, each week, in a time zone of their choice. */
@Component({
  selector: 'app-quiet-hours-form',
  imports: [DoneNote, FocusFirstError, FormError, MatButton, PageSection, SelectField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './quiet-hours-form.html',
  styleUrls: ['./check.scss', './quiet-hours-form.scss'],
})
export class QuietHoursForm {
  private readonly store = inject(NotificationSettingsStore);
  private readonly known = computed(() => this.store.settings()?.quietHours ?? null);
  protected readonly weekdays = WEEKDAYS.map((day) => ({ day, words: wordsOf(day) }));
  protected readonly isWanted = linkedSignal(() => this.known() !== null);
  protected readonly from = linkedSignal(() => this.known()?.from ?? USUAL.from);
  protected readonly until = linkedSignal(() => this.known()?.until ?? USUAL.until);
  protected readonly days = linkedSignal<ReadonlySet<Weekday>>(() => new Set(this.known()?.days ?? USUAL.days));
  protected readonly timeZone = linkedSignal(() => this.known()?.timeZone ?? this.store.timeZone() ?? timeZoneHere());
  protected readonly zones = computed(() => timeZoneChoices(this.timeZone()));
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['from', 'until', 'days', 'timeZone']));
  protected readonly verb = computed(() => (this.busy() ? $localize`Saving …` : $localize`Save quiet hours`));

  protected want({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.isWanted.set(target.checked);
  }

  protected toggle(day: Weekday): void {
    this.days.update((days) => {
      const after = new Set(days);
      if (!after.delete(day)) after.add(day);
      return after;
    });
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.done.set('');
    this.problem.set(this.isWanted() ? this.missing() : null);
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.store.change({ quietHours: this.isWanted() ? this.wanted() : null });
    this.busy.set(false);
    if (!outcome.ok) this.problem.set(outcome.problem);
    else this.done.set(this.isWanted() ? $localize`Your quiet hours were saved.` : $localize`Quiet hours are off.`);
  }

  private wanted() {
    const days = WEEKDAYS.filter((day) => this.days().has(day));
    return { from: this.from(), until: this.until(), days, timeZone: this.timeZone() };
  }

  private missing(): Problem | null {
    if (this.from() === '') return problem('BAD_USER_INPUT', $localize`Say when they begin.`, 'from');
    if (this.until() === '') return problem('BAD_USER_INPUT', $localize`Say when they end.`, 'until');
    return this.days().size === 0 ? problem('BAD_USER_INPUT', $localize`Choose at least one day.`, 'days') : null;
  }
}

function wordsOf(day: Weekday): string {
  const date = new Date(A_MONDAY + WEEKDAYS.indexOf(day) * DAY);
  return dateFormat({ weekday: 'long', timeZone: 'UTC' }).format(date);
}

const DAY = 86_400_000;
const A_MONDAY = Date.UTC(2024, 0, 1);
