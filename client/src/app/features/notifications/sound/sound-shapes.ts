/** The sounds that one can choose among, each made here out of what it says. Nothing is loaded for them. */
export type Sound = 'spoon' | 'table' | 'bell';

/** Of a browser in which nobody has chosen. */
export const USUAL_SOUND: Sound = 'spoon';

/** One tone of a sound. */
export interface Tone {
  /** In hertz. */
  readonly frequency: number;
  /** The frequency that it falls to; the same where it stays. */
  readonly fallsTo?: number;
  /** Seconds after the sound begins. */
  readonly at: number;
  /** Seconds until it has died away. */
  readonly length: number;
  /** Between 0 and 1; all tones of a sound together stay below 1. */
  readonly level: number;
}

export const SOUNDS: Readonly<Record<Sound, readonly Tone[]>> = {
  spoon: [
    { frequency: 1865, at: 0, length: 0.55, level: 0.16 },
    { frequency: 4120, at: 0, length: 0.22, level: 0.05 },
    { frequency: 2490, at: 0.11, length: 0.6, level: 0.14 },
    { frequency: 5480, at: 0.11, length: 0.2, level: 0.04 },
  ],
  table: [
    { frequency: 220, fallsTo: 120, at: 0, length: 0.12, level: 0.4 },
    { frequency: 640, fallsTo: 300, at: 0, length: 0.05, level: 0.12 },
    { frequency: 220, fallsTo: 120, at: 0.15, length: 0.12, level: 0.3 },
    { frequency: 640, fallsTo: 300, at: 0.15, length: 0.05, level: 0.1 },
  ],
  bell: [
    { frequency: 988, at: 0, length: 1.1, level: 0.14 },
    { frequency: 1976, at: 0, length: 0.7, level: 0.07 },
    { frequency: 2962, at: 0, length: 0.45, level: 0.04 },
    { frequency: 1318, at: 0.02, length: 0.9, level: 0.05 },
  ],
};

export function isSound(name: string): name is Sound {
  return Object.hasOwn(SOUNDS, name);
}
