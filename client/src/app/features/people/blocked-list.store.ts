import { computed, inject, Injectable, signal } from '@angular/core';
import type { Person } from '../../core/graphql/model';
import type { Outcome, Problem } from '../../core/graphql/problem';
import { Blocking } from './blocking.store';
import { type BlockedPage, BlockingRequests } from './data/blocking-requests';

/** Whom the viewer blocks, as long as the page is open. */
@Injectable()
export class BlockedList {
  private readonly blocking = inject(Blocking);
  private readonly requests = inject(BlockingRequests);

  private readonly page = signal<BlockedPage | null>(null);
  private readonly failure = signal<Problem | null>(null);

  /** Null until they have been read. */
  readonly people = computed<readonly Person[] | null>(() => this.page()?.people ?? null);
  readonly hasMore = computed(() => (this.page()?.endCursor ?? null) !== null);
  readonly problem = this.failure.asReadonly();

  /** The first of them, and then more, those who were blocked last first. */
  async load(): Promise<void> {
    const before = this.page();
    const outcome = await this.requests.blocked(before?.endCursor ?? null);
    this.failure.set(outcome.ok ? null : outcome.problem);
    if (!outcome.ok) return;
    const { people, endCursor } = outcome.value;
    this.page.set({ people: [...(before?.people ?? []), ...people], endCursor });
  }

  async unblock(userId: string): Promise<Outcome<unknown>> {
    const outcome = await this.blocking.unblock(userId);
    if (outcome.ok)
      this.page.update((page) => page && { ...page, people: page.people.filter(({ id }) => id !== userId) });
    return outcome;
  }
}
