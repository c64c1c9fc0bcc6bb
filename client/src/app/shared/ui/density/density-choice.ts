import { DOCUMENT, effect, inject, Injectable } from '@angular/core';
import { deviceChoice } from '../../device/device-choice';
import type { Segment } from '../segments/segments';

export type Density = 'comfortable' | 'compact';

export function densities(): readonly Segment<Density>[] {
  return [
    { value: 'comfortable', words: $localize`Comfortable` },
    { value: 'compact', words: $localize`Compact` },
  ];
}

/** How close messages and rooms stand together. public/first-paint.js applies it before the first paint, styles/_tokens.scss has its sizes. */
@Injectable({ providedIn: 'root' })
export class DensityChoice {
  private readonly choice = deviceChoice<Density>('tertulia.density', ['comfortable', 'compact']);
  readonly density = this.choice.chosen;
  readonly choose = this.choice.choose;

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    effect(() => {
      if (this.density() === 'compact') root.dataset['density'] = 'compact';
      else delete root.dataset['density'];
    });
  }
}
