import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Segments } from '../segments/segments';
import { ThemeChoice, themes } from './theme-choice';

@Component({
  selector: 'app-theme-switch',
  imports: [Segments],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<app-segments
    legend="Theme"
    i18n-legend
    [choices]="themes"
    [chosen]="theme.theme()"
    (chosenChange)="theme.choose($event)"
  />`,
})
export class ThemeSwitch {
  protected readonly theme = inject(ThemeChoice);
  protected readonly themes = themes();
}
