import { inject, Injectable } from '@angular/core';
import { concat, filter, map, type Observable, throwError } from 'rxjs';
import {
  CloseReportDocument,
  type CloseReportInput,
  ReportEventsDocument,
  type ReportFieldsFragment,
  ReportMessageDocument,
  ReportsDocument,
  type ReportState,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome, refused, signedOut } from '../../../core/graphql/problem';

export type { ReportAction, ReportState } from '../../../core/graphql/generated';
export type Report = ReportFieldsFragment;

export interface ReportPage {
  readonly reports: readonly Report[];
  readonly total: number;
  /** Where the next page begins; null where there is none. */
  readonly endCursor: string | null;
  /** Where what happens from then on begins. */
  readonly eventCursor: string;
}

@Injectable({ providedIn: 'root' })
export class ReportRequests {
  private readonly graphql = inject(GraphQL);

  async page(roomId: string | null, state: ReportState, after: string | null): Promise<Outcome<ReportPage>> {
    const outcome = await this.graphql.query(ReportsDocument, { roomId, state, after });
    if (!outcome.ok) return outcome;
    const { reports, viewer } = outcome.value;
    if (!viewer) return refused(signedOut());
    const { nodes, pageInfo, totalCount: total } = reports;
    const endCursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    return done({ reports: nodes, total, endCursor, eventCursor: viewer.eventCursor });
  }

  /** Each time that a report comes, or somebody deals with one. Ends with an error, as the connection does. */
  changes(after: string): Observable<unknown> {
    const events = this.graphql.subscribe(ReportEventsDocument, { after }).pipe(
      map((data) => data.events.event),
      filter((event) => event !== null && 'roomId' in event),
    );
    return concat(
      events,
      throwError(() => new Error('The server ended the subscription.')),
    );
  }

  async report(messageId: string, reason: string): Promise<Outcome<unknown>> {
    return this.graphql.mutate(ReportMessageDocument, { input: { messageId, reason } });
  }

  async close(input: CloseReportInput): Promise<Outcome<Report>> {
    const outcome = await this.graphql.mutate(CloseReportDocument, { input });
    return outcome.ok ? done(outcome.value.closeReport.report) : outcome;
  }
}
