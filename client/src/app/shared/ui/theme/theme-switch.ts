import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import type { IconName } from '../icon/icon-shapes';
import { Icon } from '../icon/icon';
import { type Theme, ThemeChoice } from './theme-choice';

interface Choice {
  readonly theme: Theme;
  readonly label: string;
  readonly icon: IconName;
}

@Component({
  selector: 'app-theme-switch',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend>Theme</legend>
      @for (choice of choices; track choice.theme) {
        <label [class.chosen]="chosen() === choice.theme">
          <input
            class="visually-hidden"
            type="radio"
            name="theme"
            [value]="choice.theme"
            [checked]="chosen() === choice.theme"
            (change)="chosen.set(choice.theme)"
          />
          <app-icon [name]="choice.icon" [size]="16" />{{ choice.label }}
        </label>
      }
    </fieldset>
  `,
  styleUrl: './theme-switch.scss',
})
export class ThemeSwitch {
  protected readonly chosen = inject(ThemeChoice).theme;
  protected readonly choices: readonly Choice[] = [
    { theme: 'system', label: 'Match system', icon: 'monitor' },
    { theme: 'light', label: 'Light', icon: 'sun' },
    { theme: 'dark', label: 'Dark', icon: 'moon' },
  ];
}
