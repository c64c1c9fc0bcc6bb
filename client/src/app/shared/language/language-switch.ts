import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type Choice, SelectField } from '../ui/field/select-field';
import { isChoice, LanguageChoice } from './language-choice';
import { LANGUAGES } from './languages';

/** A choice of what the page is written in. Each language calls itself by its own name: that is what its reader looks for. */
@Component({
  selector: 'app-language-switch',
  imports: [SelectField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-select-field
      label="Language"
      i18n-label
      name="language"
      [choices]="choices"
      [value]="value()"
      (valueChange)="choose($event)"
    />
  `,
})
export class LanguageSwitch {
  private readonly choice = inject(LanguageChoice);
  protected readonly choices: readonly Choice[] = [
    { value: 'system', words: $localize`Match browser` },
    ...LANGUAGES.map(({ tag, name }) => ({ value: tag, words: name })),
  ];
  protected readonly value = computed(() => this.choice.chosen());

  protected choose(value: string): void {
    if (isChoice(value)) this.choice.choose(value);
  }
}
