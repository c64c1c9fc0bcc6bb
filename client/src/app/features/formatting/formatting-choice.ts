import { computed, Injectable } from '@angular/core';
import { deviceChoice } from '../../shared/device/device-choice';

/** Whether the formatting bar is shown: as it was left on this device. */
@Injectable({ providedIn: 'root' })
export class FormattingChoice {
  private readonly choice = deviceChoice('tertulia.formatting', ['hidden', 'shown'], { openTabsFollow: false });
  readonly shown = computed(() => this.choice.chosen() === 'shown');

  toggle(): void {
    this.choice.choose(this.shown() ? 'hidden' : 'shown');
  }
}
