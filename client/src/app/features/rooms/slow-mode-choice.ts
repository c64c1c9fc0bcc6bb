import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { secondsInText } from '../../shared/text/durations';

/** In seconds. */
const USUAL = [0, 5, 10, 30, 60, 300, 900, 3600, 21_600];

/** How long members wait between two messages. */
@Component({
  selector: 'app-slow-mode-choice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label>
      <strong i18n>Slow mode</strong>
      <select name="slow-mode" aria-describedby="slow-mode-hint" (change)="choose($event)">
        @for (choice of choices(); track choice.seconds) {
          <option [value]="choice.seconds" [selected]="choice.seconds === seconds()">{{ choice.label }}</option>
        }
      </select>
    </label>
    <small id="slow-mode-hint" i18n
      >How long members wait between two messages. The owner and moderators never wait.</small
    >
  `,
  styleUrl: './slow-mode-choice.scss',
})
export class SlowModeChoice {
  readonly seconds = model.required<number>();
  /** What it is now, which may have been set by another program to something that nobody offers here. */
  readonly now = input.required<number>();

  protected readonly choices = computed(() =>
    [...new Set([...USUAL, this.now()])]
      .sort((a, b) => a - b)
      .map((seconds) => ({ seconds, label: seconds === 0 ? $localize`Off` : secondsInText(seconds) })),
  );

  protected choose(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.seconds.set(Number(event.target.value));
  }
}
