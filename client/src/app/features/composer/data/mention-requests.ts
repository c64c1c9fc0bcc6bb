import { inject, Injectable } from '@angular/core';
import { PeopleToMentionDocument } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { Person } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';

@Injectable({ providedIn: 'root' })
export class MentionRequests {
  private readonly graphql = inject(GraphQL);

  /** Those of the room first, then others who share a room with the viewer. */
  async search(query: string, roomId: string, first: number): Promise<Outcome<readonly Person[]>> {
    const outcome = await this.graphql.query(PeopleToMentionDocument, { query, roomId, first });
    return outcome.ok ? done(outcome.value.users) : outcome;
  }
}
