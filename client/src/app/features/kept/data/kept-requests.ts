import { inject, Injectable } from '@angular/core';
import {
  PinsDocument,
  SavedMessagesDocument,
  SaveMessageDocument,
  UnsaveMessageDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { Message, ReadMessage } from '../../../core/graphql/model';
import { done, type Outcome, problem, refused, signedOut } from '../../../core/graphql/problem';
import type { MessageList } from '../../../feed/message-list';
import type { PinList, SavedList } from '../../../feed/message-list';

@Injectable({ providedIn: 'root' })
export class KeptRequests {
  private readonly graphql = inject(GraphQL);

  async save(messageId: string): Promise<Outcome<ReadMessage | null>> {
    const outcome = await this.graphql.mutate(SaveMessageDocument, { input: { messageId } });
    return outcome.ok ? done(outcome.value.saveMessage.message) : outcome;
  }

  async unsave(messageId: string): Promise<Outcome<ReadMessage | null>> {
    const outcome = await this.graphql.mutate(UnsaveMessageDocument, { input: { messageId } });
    return outcome.ok ? done(outcome.value.unsaveMessage.message) : outcome;
  }

  async pins(roomId: string, after: string | null): Promise<Outcome<PinList>> {
    const outcome = await this.graphql.query(PinsDocument, { roomId, after });
    if (!outcome.ok) return outcome;
    const pins = outcome.value.room?.pins;
    return pins ? done(listOf(pins)) : refused(problem('NOT_FOUND', $localize`You are no longer in this room.`));
  }

  async saved(after: string | null): Promise<Outcome<SavedList>> {
    const outcome = await this.graphql.query(SavedMessagesDocument, { after });
    if (!outcome.ok) return outcome;
    const { viewer } = outcome.value;
    return viewer ? done(listOf(viewer.savedMessages)) : refused(signedOut());
  }
}

interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function listOf<T extends Message>({ nodes, pageInfo }: Page<T>): MessageList<T> {
  return { messages: nodes, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
