import { booleanAttribute, ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Choice } from '../ui/field/select-field';
import { Icon } from '../ui/icon/icon';
import { isChoice, LanguageChoice } from './language-choice';
import { LANGUAGES } from './languages';

/** A choice of the page's language. Each language is named in itself: that is what its readers look for. */
@Component({
  selector: 'app-language-switch',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label>
      <app-icon name="globe" [size]="16" />
      <span [class.visually-hidden]="!showLabel()" i18n>Language</span>
      <select #select name="language" (change)="choose(select.value)">
        @for (choice of choices; track choice.value) {
          <option [value]="choice.value" [selected]="choice.value === chosen()">{{ choice.words }}</option>
        }
      </select>
    </label>
    @if (showLabel()) {
      <p i18n>The page reloads in the language you choose. Your drafts are kept.</p>
    }
  `,
  styles: `
    label {
      display: inline-flex;
      gap: var(--s2);
      align-items: center;
      max-width: 100%;
      min-height: var(--target);
      color: var(--ink-soft);
    }
    label > select {
      min-width: 0;
      min-height: var(--target);
      border: 0;
      background: none;
      color: inherit;
      /* The letters of all these languages at once would have a visitor load fonts for one word each. */
      font:
        400 var(--text-s) / 1.5 system-ui,
        sans-serif;
      cursor: pointer;
    }
    p {
      color: var(--ink-soft);
      font-size: var(--text-s);
    }
    option {
      background: var(--sheet);
      color: var(--ink);
    }
  `,
})
export class LanguageSwitch {
  /** Where the page is about something else, a globe says what the choice is. */
  readonly showLabel = input(false, { transform: booleanAttribute });

  private readonly choice = inject(LanguageChoice);
  protected readonly chosen = this.choice.chosen;
  protected readonly choices: readonly Choice[] = [
    { value: 'system', words: $localize`Match browser` },
    ...LANGUAGES.map(({ tag, name }) => ({ value: tag, words: name })),
  ];

  protected choose(value: string): void {
    if (isChoice(value)) this.choice.choose(value);
  }
}
