import { Injectable } from '@angular/core';
import { deviceChoice } from '../device/device-choice';
import { type LanguageTag, LANGUAGES } from './languages';

export type ChosenLanguage = LanguageTag | 'system';

const CHOICES: readonly ['system', ...LanguageTag[]] = ['system', ...LANGUAGES.map(({ tag }) => tag)];

export function isChoice(value: string): value is ChosenLanguage {
  return CHOICES.some((each) => each === value);
}

/** The reader's choice of a language. public/first-paint.js reads it before the first paint; what is on the page already stays as it is. */
@Injectable({ providedIn: 'root' })
export class LanguageChoice {
  private readonly choice = deviceChoice<ChosenLanguage>('tertulia.language', CHOICES, { openTabsFollow: false });
  readonly chosen = this.choice.chosen;

  /** Reloads the page in the language. What was being written is kept, as it is at every reload. */
  choose(value: ChosenLanguage): void {
    if (value === this.chosen()) return;
    this.choice.choose(value);
    location.reload();
  }
}
