import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Problem } from '../../../core/graphql/problem';
import { fileSize } from '../../../shared/text/file-size';
import { ServerClock } from '../../../shared/time/server-clock';
import { AdministrationPage } from '../administration-page';
import { RoomLines } from '../rooms/room-lines';
import { roomLineOf } from '../rooms/room-words';
import { ServerStorageRequests, type StorageReport } from './data/server-storage-requests';
import { formatMessage } from '../../../shared/language/format-message';

/** How full the disk is, and with what. */
@Component({
  imports: [AdministrationPage, RoomLines],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './server-storage.html',
  styleUrl: './server-storage.scss',
})
export class ServerStorage {
  protected readonly size = fileSize;
  protected readonly report = signal<StorageReport | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly clock = inject(ServerClock);
  private readonly requests = inject(ServerStorageRequests);

  protected readonly facts = computed(() => {
    const report = this.report();
    return report ? factsOf(report) : [];
  });
  protected readonly older = computed(() => {
    const report = this.report();
    return report ? olderIn(report) : [];
  });
  protected readonly rooms = computed(() => {
    const now = this.clock.now();
    return (this.report()?.largestRooms ?? []).map((room) => roomLineOf(room, now));
  });

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    const outcome = await this.requests.report();
    if (outcome.ok) this.report.set(outcome.value);
    else this.problem.set(outcome.problem);
  }
}

interface Fact {
  readonly term: string;
  readonly words: string;
}

function factsOf(report: StorageReport): readonly Fact[] {
  const { avatarBytes, databaseBytes, databaseFreeBytes, freeBytes } = report;
  const free = { term: $localize`Free on the disk`, words: fileSize(freeBytes) };
  const ofDatabase = { term: $localize`Free on the disk of the database`, words: fileSize(databaseFreeBytes) };
  return [
    { term: $localize`Database`, words: fileSize(databaseBytes) },
    { term: $localize`Profile pictures`, words: fileSize(avatarBytes) },
    free,
    // Where it is one disk, once is enough.
    ...(freeBytes === databaseFreeBytes ? [] : [ofDatabase]),
  ];
}

function olderIn({ olderThanMonth, olderThanQuarter, olderThanYear }: StorageReport): readonly Fact[] {
  return [
    { term: $localize`Older than 30 days`, found: olderThanMonth },
    { term: $localize`Older than 90 days`, found: olderThanQuarter },
    { term: $localize`Older than a year`, found: olderThanYear },
  ].map(({ term, found: { count, bytes } }) => ({
    term,
    words: formatMessage($localize`{count, plural, =1 {1 file, {size}} other {# files, {size}}}`, {
      count,
      size: fileSize(bytes),
    }),
  }));
}
