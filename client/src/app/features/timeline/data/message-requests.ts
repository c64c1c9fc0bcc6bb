import { inject, Injectable } from '@angular/core';
import {
  LatestMessagesDocument,
  MessagesAroundDocument,
  MessagesAtDocument,
  type MessagePageFieldsFragment,
  NewerMessagesDocument,
  OlderMessagesDocument,
  RemoveLinkPreviewsDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { ReadMessage } from '../../../core/graphql/model';
import { done, type Outcome, problem, refused } from '../../../core/graphql/problem';

type Page = MessagePageFieldsFragment;
type Answer = Outcome<{ room: { messages: Page | null } | { page: Page | null } | null }>;

@Injectable({ providedIn: 'root' })
export class MessageRequests {
  private readonly graphql = inject(GraphQL);

  async older(roomId: string, before: string): Promise<Outcome<Page>> {
    return pageOf(await this.graphql.query(OlderMessagesDocument, { roomId, before }));
  }

  async newer(roomId: string, after: string): Promise<Outcome<Page>> {
    return pageOf(await this.graphql.query(NewerMessagesDocument, { roomId, after }));
  }

  async latest(roomId: string): Promise<Outcome<Page>> {
    return pageOf(await this.graphql.query(LatestMessagesDocument, { roomId }));
  }

  async around(roomId: string, number: number): Promise<Outcome<Page>> {
    return pageOf(await this.graphql.query(MessagesAroundDocument, { roomId, number }));
  }

  async at(roomId: string, time: Date): Promise<Outcome<Page>> {
    return pageOf(await this.graphql.query(MessagesAtDocument, { roomId, time: time.toISOString() }));
  }

  async removePreviews(messageId: string): Promise<Outcome<ReadMessage>> {
    const outcome = await this.graphql.mutate(RemoveLinkPreviewsDocument, { input: { messageId } });
    return outcome.ok ? done(outcome.value.removeLinkPreviews.message) : outcome;
  }
}

function pageOf(outcome: Answer): Outcome<Page> {
  if (!outcome.ok) return outcome;
  const { room } = outcome.value;
  const messages = room && ('page' in room ? room.page : room.messages);
  return messages ? done(messages) : refused(problem('NOT_FOUND', $localize`You are no longer in this room.`));
}
