import { computed, signal } from '@angular/core';
import type { Outcome, Problem } from '../../core/graphql/problem';

/** As the server gives it. */
export interface SearchedPage<Node> {
  readonly nodes: readonly Node[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

interface Found<Node> {
  readonly nodes: readonly Node[];
  readonly total: number;
  /** Where the list goes on; null where it does not. */
  readonly next: string | null;
}

/** A list of the server's that is searched, and read in pages. An answer that comes after another was asked for is passed over. */
export class PagedSearch<Node, Wanted> {
  private readonly found = signal<Found<Node> | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly reading = signal(false);
  private asked = 0;
  private wanted: Wanted | null = null;

  readonly problem = this.failure.asReadonly();
  readonly busy = this.reading.asReadonly();
  readonly isLoaded = computed(() => this.found() !== null);
  readonly nodes = computed(() => this.found()?.nodes ?? []);
  readonly total = computed(() => this.found()?.total ?? 0);
  readonly hasMore = computed(() => this.found()?.next != null);

  constructor(private readonly ask: (wanted: Wanted, after: string | null) => Promise<Outcome<SearchedPage<Node>>>) {}

  /** What is shown stays until the answer is there. */
  async search(wanted: Wanted): Promise<void> {
    this.wanted = wanted;
    await this.read(null, (page) => pageFound([], page));
  }

  async again(): Promise<void> {
    if (this.wanted !== null) await this.search(this.wanted);
  }

  async more(): Promise<void> {
    const before = this.found();
    if (before?.next == null || this.reading()) return;
    await this.read(before.next, (page) => pageFound(before.nodes, page));
  }

  private async read(after: string | null, merge: (page: SearchedPage<Node>) => Found<Node>): Promise<void> {
    const { wanted } = this;
    if (wanted === null) return;
    const ticket = (this.asked += 1);
    this.reading.set(true);
    const outcome = await this.ask(wanted, after);
    if (ticket !== this.asked) return;
    this.reading.set(false);
    this.failure.set(outcome.ok ? null : outcome.problem);
    if (outcome.ok) this.found.set(merge(outcome.value));
  }
}

function pageFound<Node>(before: readonly Node[], { nodes, totalCount, pageInfo }: SearchedPage<Node>): Found<Node> {
  const next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  return { nodes: [...before, ...nodes], total: totalCount, next };
}
