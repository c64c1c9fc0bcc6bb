import { inject, Injectable } from '@angular/core';
import { ActivityDocument, type ActivityFieldsFragment } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { ModeratorNotice, SavedMessage, ThreadReading } from '../../../core/graphql/model';
import { done, type Outcome, refused, signedOut } from '../../../core/graphql/problem';
import type { ActivityPage } from '../../../feed/activity-list';

/** With what those who look after rooms have told the viewer. */
export interface ActivityRead extends ActivityPage {
  readonly notices: readonly ModeratorNotice[];
}

@Injectable({ providedIn: 'root' })
export class ActivityRequests {
  private readonly graphql = inject(GraphQL);

  async read(first: number, after: string | null): Promise<Outcome<ActivityRead>> {
    const outcome = await this.graphql.query(ActivityDocument, { first, after });
    if (!outcome.ok) return outcome;
    if (!outcome.value.viewer) return refused(signedOut());
    const { activity, notices } = outcome.value.viewer;
    const { nodes, pageInfo } = activity;
    const readings = new Map(nodes.flatMap(({ thread }) => (thread ? [[thread.id, thread] as const] : [])));
    return done({
      messages: nodes.map(withoutReading),
      readings: [...readings.values()] satisfies ThreadReading[],
      endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
      notices: notices.nodes,
    });
  }
}

function withoutReading(message: ActivityFieldsFragment): SavedMessage {
  return { ...message, thread: message.thread && { id: message.thread.id } };
}
