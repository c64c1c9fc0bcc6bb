import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { daysInText } from '../../shared/text/durations';

/** In days. */
const USUAL = [1, 7, 30, 90, 365, 730];

/** How long messages are kept. */
@Component({
  selector: 'app-retention-choice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label>
      <strong i18n>Delete messages after</strong>
      <select name="retention" aria-describedby="retention-hint" (change)="choose($event)">
        @for (choice of choices(); track choice.days) {
          <option [value]="choice.days" [selected]="choice.days === days()">{{ choice.label }}</option>
        }
      </select>
    </label>
    <small id="retention-hint">{{ hint() }}</small>
  `,
  styleUrl: './slow-mode-choice.scss',
})
export class RetentionChoice {
  readonly days = model.required<number | null>();
  /** What it is now, which may have been set by another program to something that nobody offers here. */
  readonly now = input.required<number | null>();
  /** How long the server keeps them; null for ever. */
  readonly ofServer = input.required<number | null>();

  protected readonly hint = computed(() => {
    const ofServer = this.ofServer();
    return ofServer === null
      ? $localize`Messages and files that are older are deleted for everyone, pinned and saved ones too.`
      : $localize`Messages and files that are older are deleted for everyone, pinned and saved ones too. This server keeps all messages for ${daysInText(ofServer)}:time:.`;
  });
  protected readonly choices = computed(() => {
    const [now, ofServer] = [this.now(), this.ofServer()];
    const shorter = [...USUAL, ...(now === null ? [] : [now])].filter((days) => days <= (ofServer ?? Infinity));
    const never = { days: null, label: ofServer === null ? $localize`Never` : daysInText(ofServer) };
    return [never, ...[...new Set(shorter)].sort((a, b) => a - b).map((days) => ({ days, label: daysInText(days) }))];
  });

  protected choose(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    this.days.set(this.choices()[event.target.selectedIndex]?.days ?? null);
  }
}
