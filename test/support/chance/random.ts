import { randomInt } from 'node:crypto';

/** What a test does by chance follows from this number: SEED=… does the same again. */
export function aSeed(): number {
  const given = process.env.SEED;
  return given === undefined ? randomInt(2 ** 31) : Number(given);
}

/** Chance that can be repeated (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from `from` on, below `to`. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from));
  }

  /** One of the choices, each as likely as its weight says. */
  choose<Choice extends string>(weights: Readonly<Record<Choice, number>>): Choice {
    const choices = Object.entries<number>(weights) as [Choice, number][];
    let place = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    const found = choices.find(([, weight]) => (place -= weight) < 0);
    if (!found) throw new Error('There is nothing to choose from.');
    return found[0];
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[this.between(0, list.length)];
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
