import { computed, inject, Injectable, signal } from '@angular/core';
import type { Outcome, Problem } from '../../core/graphql/problem';
import { dayLabel, dayOf, timeOfDay } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { deviceOf } from '../../shared/text/device';
import { AdministrationRequests, type AuditEntry, type AuditPage } from './data/administration-requests';
import { auditSentence } from './audit-sentence';

export interface AuditLine {
  readonly id: string;
  readonly at: string;
  readonly time: string;
  readonly sentence: string;
  readonly device: string | null;
  readonly client: string | null;
}

export interface AuditDay {
  readonly key: string;
  readonly label: string;
  readonly lines: readonly AuditLine[];
}

interface Loaded {
  readonly entries: readonly AuditEntry[];
  readonly roomNames: ReadonlyMap<string, string>;
  /** Where older entries go on; null where there are none. */
  readonly older: string | null;
}

/** What was read of the audit log, the newest first, as long as the page is open: each visit reads it anew. */
@Injectable()
export class AuditLogStore {
  private readonly clock = inject(ServerClock);
  private readonly requests = inject(AdministrationRequests);

  private readonly loaded = signal<Loaded | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly reading = signal(false);

  readonly problem = this.failure.asReadonly();
  readonly busy = this.reading.asReadonly();
  readonly isLoaded = computed(() => this.loaded() !== null);
  readonly hasMore = computed(() => this.loaded()?.older != null);
  readonly days = computed<readonly AuditDay[]>(() => {
    const { entries, roomNames } = this.loaded() ?? NOTHING;
    return byDay(
      entries.map((entry) => lineOf(entry, roomNames)),
      this.clock.now(),
    );
  });

  load(): Promise<void> {
    return this.whileReading(
      () => this.requests.newest(),
      ({ page, roomNames }) => ({ entries: page.nodes, roomNames, older: olderThan(page) }),
    );
  }

  async more(): Promise<void> {
    const before = this.loaded();
    if (before?.older == null) return;
    const { entries, older, roomNames } = before;
    await this.whileReading(
      () => this.requests.after(older),
      (page) => ({ entries: [...entries, ...page.nodes], roomNames, older: olderThan(page) }),
    );
  }

  private async whileReading<T>(read: () => Promise<Outcome<T>>, merge: (value: T) => Loaded): Promise<void> {
    if (this.reading()) return;
    this.reading.set(true);
    this.failure.set(null);
    const outcome = await read();
    this.reading.set(false);
    if (outcome.ok) this.loaded.set(merge(outcome.value));
    else this.failure.set(outcome.problem);
  }
}

const NOTHING: Loaded = { entries: [], roomNames: new Map(), older: null };

function olderThan({ pageInfo }: AuditPage): string | null {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}

function lineOf(entry: AuditEntry, roomNames: Loaded['roomNames']): AuditLine {
  const { id, at, client } = entry;
  const sentence = auditSentence(entry, roomNames.get(entry.roomId ?? '') ?? null);
  return { id, at, time: timeOfDay(at), sentence, client, device: client === null ? null : deviceOf(client).name };
}

function byDay(lines: readonly AuditLine[], now: Date): readonly AuditDay[] {
  return [...Map.groupBy(lines, ({ at }) => dayOf(at))].map(([key, lines]) => ({
    key,
    label: dayLabel(lines[0]?.at ?? '', now),
    lines,
  }));
}
