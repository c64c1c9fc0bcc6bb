import { inject, Injectable } from '@angular/core';
import { PersonCardDocument, type PersonCardQuery } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

export type Profile = NonNullable<PersonCardQuery['userByUsername']>;

@Injectable({ providedIn: 'root' })
export class PeopleRequests {
  private readonly graphql = inject(GraphQL);

  /** All that somebody shows of themselves; null for one who is not here any more. */
  async profile(username: string): Promise<Outcome<Profile | null>> {
    const outcome = await this.graphql.query(PersonCardDocument, { username });
    return outcome.ok ? done(outcome.value.userByUsername) : outcome;
  }
}
