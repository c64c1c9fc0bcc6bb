import { inject, Injectable } from '@angular/core';
import { FindPeopleDocument } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { Person } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';

export const MAX_PEOPLE_FOUND = 20;

@Injectable({ providedIn: 'root' })
export class PeopleRequests {
  private readonly graphql = inject(GraphQL);

  /** Those who share a room with the viewer, and whoever has exactly this username. */
  async search(query: string): Promise<Outcome<readonly Person[]>> {
    const outcome = await this.graphql.query(FindPeopleDocument, { query, first: MAX_PEOPLE_FOUND });
    return outcome.ok ? done(outcome.value.users) : outcome;
  }
}
