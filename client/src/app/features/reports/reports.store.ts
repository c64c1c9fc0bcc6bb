import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { catchError, EMPTY, from, switchMap, tap } from 'rxjs';
import { done, type Outcome, type Problem } from '../../core/graphql/problem';
import { pauseBefore } from '../../shared/time/repetition';
import { type Report, type ReportAction, ReportRequests, type ReportState } from './data/report-requests';

export type { Report, ReportAction, ReportState } from './data/report-requests';

/** What is done about a report; nothing where it is dismissed. */
export interface Closing {
  readonly actions: readonly ReportAction[];
  readonly warning: string | null;
}

/** What was reported, in one room or on the whole server, as long as somebody looks at it. What comes or is dealt with elsewhere shows at once. */
@Injectable()
export class ReportsStore {
  private readonly requests = inject(ReportRequests);

  private readonly list = signal<readonly Report[] | null>(null);
  private readonly next = signal<string | null>(null);
  private readonly count = signal(0);
  private readonly failure = signal<Problem | null>(null);
  private readonly shownState = signal<ReportState>('OPEN');
  /** Where the feed goes on. After a connection that was lost it begins anew, also where nothing has happened meanwhile. */
  private readonly cursor = signal<string | null>(null, { equal: () => false });
  private roomId: string | null = null;
  private failures = 0;
  private isGone = false;

  /** Null until they are read. */
  readonly reports = this.list.asReadonly();
  readonly total = this.count.asReadonly();
  readonly state = this.shownState.asReadonly();
  readonly problem = this.failure.asReadonly();
  readonly hasMore = computed(() => this.next() !== null);

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
    toObservable(this.cursor)
      .pipe(
        switchMap((cursor) =>
          cursor === null
            ? EMPTY
            : this.requests.changes(cursor).pipe(
                tap(() => (this.failures = 0)),
                // What came meanwhile is in what is read after the pause.
                catchError(() => from(pauseBefore(this.failures++))),
              ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.readAgain());
  }

  /** Those of a room, or with null all. */
  async show(roomId: string | null, state: ReportState): Promise<void> {
    this.roomId = roomId;
    if (state !== this.shownState()) this.list.set(null);
    this.shownState.set(state);
    await this.read();
  }

  async read(): Promise<void> {
    const outcome = await this.refresh();
    this.failure.set(outcome.ok ? null : outcome.problem);
  }

  async readMore(): Promise<Outcome<unknown>> {
    const after = this.next();
    if (after === null) return done(null);
    const outcome = await this.requests.page(this.roomId, this.shownState(), after);
    if (!outcome.ok) return outcome;
    const known = new Set(this.list()?.map(({ id }) => id));
    const added = outcome.value.reports.filter(({ id }) => !known.has(id));
    this.list.update((reports) => [...(reports ?? []), ...added]);
    this.next.set(outcome.value.endCursor);
    return done(null);
  }

  /** Every other report on the same message is closed with it. */
  async close({ id, messageId }: Report, { actions, warning }: Closing): Promise<Outcome<unknown>> {
    const outcome = await this.requests.close({ reportId: id, actions: [...actions], warning });
    if (!outcome.ok) return outcome;
    this.list.update((reports) => reports?.filter((report) => report.messageId !== messageId) ?? null);
    return done(null);
  }

  /** What is shown stays until there is something newer. */
  private async readAgain(): Promise<void> {
    if (this.isGone) return;
    const outcome = await this.refresh();
    if (outcome.ok) {
      this.failure.set(null);
      return;
    }
    await pauseBefore(this.failures++, outcome.problem.retryAfterSeconds);
    await this.readAgain();
  }

  private async refresh(): Promise<Outcome<unknown>> {
    const [roomId, state] = [this.roomId, this.shownState()];
    const outcome = await this.requests.page(roomId, state, null);
    // Others are looked at by now: that read says how it went.
    if (state !== this.shownState()) return done(null);
    if (!outcome.ok) return outcome;
    const { reports, endCursor, total, eventCursor } = outcome.value;
    this.list.set(reports);
    this.next.set(endCursor);
    this.count.set(total);
    this.cursor.set(eventCursor);
    return outcome;
  }
}
