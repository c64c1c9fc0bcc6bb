import { inject, Injectable } from '@angular/core';
import { ServerDocument, type ServerInfoFieldsFragment } from '../../graphql/generated';
import { GraphQLOverHttp } from '../../graphql/http';
import { done, type Outcome } from '../../graphql/problem';

@Injectable({ providedIn: 'root' })
export class ServerInfoRequests {
  private readonly http = inject(GraphQLOverHttp);

  async server(): Promise<Outcome<ServerInfoFieldsFragment>> {
    const outcome = await this.http.send(ServerDocument, {}, null);
    return outcome.ok ? done(outcome.value.server) : outcome;
  }
}
