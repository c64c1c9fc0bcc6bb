import { computed, Injectable } from '@angular/core';
import { deviceChoice } from '../../../shared/device/device-choice';
import { isSound, type Sound, SOUNDS, USUAL_SOUND } from './sound-shapes';

/** Which sound this browser plays; null where it plays none. Kept on the device: a quiet office and a desk at home are two places. */
@Injectable({ providedIn: 'root' })
export class SoundChoice {
  private readonly choice = deviceChoice<Sound | 'off'>('tertulia.sound', [
    USUAL_SOUND,
    ...Object.keys(SOUNDS).filter(isSound),
    'off',
  ]);

  readonly sound = computed(() => {
    const chosen = this.choice.chosen();
    return chosen === 'off' ? null : chosen;
  });

  choose(sound: Sound | null): void {
    this.choice.choose(sound ?? 'off');
  }
}
