import { inject, Injectable } from '@angular/core';
import { PersonByUsernameDocument } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { Person } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';

@Injectable({ providedIn: 'root' })
export class PeopleRequests {
  private readonly graphql = inject(GraphQL);

  async byUsername(username: string): Promise<Outcome<Person | null>> {
    const outcome = await this.graphql.query(PersonByUsernameDocument, { username });
    return outcome.ok ? done(outcome.value.userByUsername) : outcome;
  }
}
