import { Injectable, signal } from '@angular/core';
import { isSound, type Sound, USUAL_SOUND } from './sound-shapes';

const KEY = 'tertulia.sound';
const OFF = 'off';

/** Which sound this browser plays; null where it plays none. Kept on the device: a quiet office and a desk at home are two places. */
@Injectable({ providedIn: 'root' })
export class SoundChoice {
  private readonly current = signal<Sound | null>(kept());

  readonly sound = this.current.asReadonly();

  constructor() {
    // What is turned off in one tab is off in all.
    addEventListener('storage', ({ key }) => {
      if (key === KEY) this.current.set(kept());
    });
  }

  choose(sound: Sound | null): void {
    this.current.set(sound);
    try {
      localStorage.setItem(KEY, sound ?? OFF);
    } catch {
      // Storage can be forbidden; the choice then lasts as long as the page.
    }
  }
}

function kept(): Sound | null {
  try {
    const name = localStorage.getItem(KEY);
    if (name === OFF) return null;
    return name !== null && isSound(name) ? name : USUAL_SOUND;
  } catch {
    return USUAL_SOUND;
  }
}
