import { inject, Injectable } from '@angular/core';
import { ServerDocument, type ServerInfoFieldsFragment } from '../../graphql/generated';
import { GraphQL } from '../../graphql/graphql';
import { done, type Outcome } from '../../graphql/problem';

@Injectable({ providedIn: 'root' })
export class ServerInfoRequests {
  private readonly graphql = inject(GraphQL);

  async server(): Promise<Outcome<ServerInfoFieldsFragment>> {
    const outcome = await this.graphql.query(ServerDocument, {});
    return outcome.ok ? done(outcome.value.server) : outcome;
  }
}
