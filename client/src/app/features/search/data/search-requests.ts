import { inject, Injectable } from '@angular/core';
import { PeopleToSearchDocument, SearchMessagesDocument } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { Person } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';
import { timeZoneHere } from '../../../shared/text/time-zones';
import type { FoundPage } from '../found-page';

@Injectable({ providedIn: 'root' })
export class SearchRequests {
  private readonly graphql = inject(GraphQL);

  async search(query: string, after: string | null): Promise<Outcome<FoundPage>> {
    const variables = { query, timeZone: timeZoneHere(), after };
    const outcome = await this.graphql.query(SearchMessagesDocument, variables);
    if (!outcome.ok) return outcome;
    const { nodes, pageInfo, indexedSince } = outcome.value.search;
    return done({ hits: nodes, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null, indexedSince });
  }

  async people(query: string): Promise<Outcome<readonly Person[]>> {
    const outcome = await this.graphql.query(PeopleToSearchDocument, { query });
    return outcome.ok ? done(outcome.value.users) : outcome;
  }
}
