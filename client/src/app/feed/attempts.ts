import { computed, signal } from '@angular/core';
import { isPassing, type Problem } from '../core/graphql/problem';
import { pauseAfter } from '../core/graphql/try-again';

/** What has failed, and when it is worth another attempt. It stays on the screen until that one is answered. */
export class Attempts {
  private readonly failure = signal<Problem | null>(null);
  private readonly again = signal(false);
  private count = 0;

  readonly problem = this.failure.asReadonly();
  /** Whether nothing is to be tried now. */
  readonly mustWait = computed(() => this.failure() !== null && !this.again());

  fail(problem: Problem): void {
    this.failure.set(problem);
    if (isPassing(problem)) void this.tryAgainAfter(problem);
  }

  succeed(): void {
    this.count = 0;
    this.forget();
  }

  /** An attempt is over; whether it failed is told besides. */
  answered(): void {
    this.again.set(false);
  }

  /** Lets another attempt be made at once. */
  forget(): void {
    this.failure.set(null);
  }

  private async tryAgainAfter(problem: Problem): Promise<void> {
    await pauseAfter(problem, this.count++);
    if (this.failure() === problem) this.again.set(true);
  }
}
