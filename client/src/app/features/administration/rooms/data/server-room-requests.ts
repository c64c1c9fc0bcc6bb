import { inject, Injectable } from '@angular/core';
import {
  type ServerRoomFieldsFragment,
  ServerRoomsDocument,
  type ServerRoomsQuery,
} from '../../../../core/graphql/generated';
import { GraphQL } from '../../../../core/graphql/graphql';
import { done, type Outcome } from '../../../../core/graphql/problem';

export type ServerRoom = ServerRoomFieldsFragment;

@Injectable({ providedIn: 'root' })
export class ServerRoomRequests {
  private readonly graphql = inject(GraphQL);

  async rooms(query: string, after: string | null): Promise<Outcome<ServerRoomsQuery['serverRooms']>> {
    const outcome = await this.graphql.query(ServerRoomsDocument, { query, after });
    return outcome.ok ? done(outcome.value.serverRooms) : outcome;
  }
}
