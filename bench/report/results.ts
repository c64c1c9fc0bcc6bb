import type { Measures } from '../works/work.js';

/** Every figure of every run. */
export class Results {
  private readonly runs = new Map<string, Measures[]>();

  add(work: string, contestant: string, measures: Measures): void {
    const key = keyOf(work, contestant);
    this.runs.set(key, [...(this.runs.get(key) ?? []), measures]);
  }

  /** One measure in the order of the runs; empty where it was not taken. */
  of(work: string, contestant: string, measure: string): number[] {
    return (this.runs.get(keyOf(work, contestant)) ?? []).flatMap((measures) => measures[measure] ?? []);
  }
}

function keyOf(work: string, contestant: string): string {
  return `${work}: ${contestant}`;
}
