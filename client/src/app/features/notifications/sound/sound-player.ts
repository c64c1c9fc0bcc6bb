import { inject, Injectable } from '@angular/core';
import { uptime } from '../../../shared/time/timer';
import { SoundChoice } from './sound-choice';
import { SOUNDS, type Sound, type Tone } from './sound-shapes';

/** What calls several times within so long has called once. */
const MIN_PAUSE = 1_500;

/**
 * Plays the sounds of sound-shapes.ts. They are made of a few tones at the moment they are played: that is smaller than any file, and the source is the
 * sound. A browser lets a page be heard only after somebody has clicked or typed there; before that it stays silent.
 */
@Injectable({ providedIn: 'root' })
export class SoundPlayer {
  private readonly choice = inject(SoundChoice);
  private context: AudioContext | null = null;
  private lastPlayed = -Infinity;

  /** The sound that was chosen, once for what comes together. */
  call(): void {
    const sound = this.choice.sound();
    if (sound === null || uptime() - this.lastPlayed < MIN_PAUSE) return;
    this.lastPlayed = uptime();
    void this.play(sound);
  }

  async play(sound: Sound): Promise<void> {
    // What a browser holds back until the first click would be heard with that click.
    if (!navigator.userActivation.hasBeenActive) return;
    try {
      const context = (this.context ??= new AudioContext());
      if (context.state !== 'running') await context.resume();
      const start = context.currentTime + 0.01;
      for (const tone of SOUNDS[sound]) playTone(context, tone, start);
    } catch {
      // No loudspeaker, or a browser that lets nothing be heard here: what is shown stays.
    }
  }
}

function playTone(context: AudioContext, { at, fallsTo, frequency, length, level }: Tone, start: number): void {
  const from = start + at;
  const until = from + length;
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.setValueAtTime(frequency, from);
  tone.frequency.exponentialRampToValueAtTime(fallsTo ?? frequency, until);
  // A tone that begins or ends at once clicks.
  loudness.gain.setValueAtTime(0.0001, from);
  loudness.gain.exponentialRampToValueAtTime(level, from + 0.008);
  loudness.gain.exponentialRampToValueAtTime(0.0001, until);
  tone.connect(loudness).connect(context.destination);
  tone.start(from);
  tone.stop(until);
}
