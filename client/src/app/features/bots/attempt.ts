import { signal } from '@angular/core';
import type { Outcome, Problem } from '../../core/graphql/problem';

/** What was done with one of the things that are listed, one at a time, and what became of it. */
export class Attempt {
  private readonly underWay = signal(false);
  private readonly words = signal('');
  private readonly failure = signal<Problem | null>(null);

  readonly busy = this.underWay.asReadonly();
  readonly done = this.words.asReadonly();
  readonly problem = this.failure.asReadonly();

  /** True where it was done, which the words say then. */
  async make(work: () => Promise<Outcome<unknown>>, words: string): Promise<boolean> {
    if (this.underWay()) return false;
    this.underWay.set(true);
    this.words.set('');
    this.failure.set(null);
    const outcome = await work();
    this.underWay.set(false);
    if (outcome.ok) this.words.set(words);
    else this.failure.set(outcome.problem);
    return outcome.ok;
  }
}
