import { DOCUMENT, effect, inject, Injectable } from '@angular/core';
import { deviceChoice } from '../../device/device-choice';
import type { Segment } from '../segments/segments';

export type Theme = 'system' | 'light' | 'dark';

export function themes(): readonly Segment<Theme>[] {
  return [
    { value: 'system', words: $localize`Match system`, icon: 'monitor' },
    { value: 'light', words: $localize`Light`, icon: 'sun' },
    { value: 'dark', words: $localize`Dark`, icon: 'moon' },
  ];
}

/** The reader's choice of light or dark. public/first-paint.js applies it before the first paint. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly choice = deviceChoice<Theme>('tertulia.theme', ['system', 'light', 'dark']);
  readonly theme = this.choice.chosen;
  readonly choose = this.choice.choose;

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    effect(() => {
      const theme = this.theme();
      if (theme === 'system') delete root.dataset['theme'];
      else root.dataset['theme'] = theme;
    });
  }
}
