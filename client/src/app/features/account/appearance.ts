import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LanguageSwitch } from '../../shared/language/language-switch';
import { densities, DensityChoice } from '../../shared/ui/density/density-choice';
import { PageSection } from '../../shared/ui/page/page-section';
import { Segments } from '../../shared/ui/segments/segments';
import { ThemeChoice, themes } from '../../shared/ui/theme/theme-choice';

/** How everything looks on this device. */
@Component({
  selector: 'app-appearance',
  imports: [LanguageSwitch, PageSection, Segments],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section heading="Appearance" i18n-heading lead="On this device." i18n-lead>
      <div class="choices">
        <app-segments
          legend="Theme"
          i18n-legend
          showLegend
          [choices]="themes"
          [chosen]="theme.theme()"
          (chosenChange)="theme.choose($event)"
        />
        <app-segments
          legend="Messages and rooms"
          i18n-legend
          showLegend
          [choices]="densities"
          [chosen]="density.density()"
          (chosenChange)="density.choose($event)"
        />
        <app-language-switch showLabel />
      </div>
    </app-page-section>
  `,
  styles: `
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s4) var(--s5);
    }
  `,
})
export class Appearance {
  protected readonly theme = inject(ThemeChoice);
  protected readonly themes = themes();
  protected readonly density = inject(DensityChoice);
  protected readonly densities = densities();
}
