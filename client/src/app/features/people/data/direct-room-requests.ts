import { inject, Injectable } from '@angular/core';
import {
  CloseDirectRoomDocument,
  type CloseDirectRoomMutation,
  OpenDirectRoomDocument,
  type OpenRoomFieldsFragment,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

type Closed = CloseDirectRoomMutation['closeDirectRoom']['room'];

@Injectable({ providedIn: 'root' })
export class DirectRoomRequests {
  private readonly graphql = inject(GraphQL);

  async open(userIds: readonly string[]): Promise<Outcome<OpenRoomFieldsFragment>> {
    const outcome = await this.graphql.mutate(OpenDirectRoomDocument, { input: { userIds: [...userIds] } });
    return outcome.ok ? done(outcome.value.openDirectRoom.room) : outcome;
  }

  async close(roomId: string): Promise<Outcome<Closed>> {
    const outcome = await this.graphql.mutate(CloseDirectRoomDocument, { input: { roomId } });
    return outcome.ok ? done(outcome.value.closeDirectRoom.room) : outcome;
  }
}
