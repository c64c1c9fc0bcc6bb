import { inject, Injectable } from '@angular/core';
import {
  FollowedThreadEndsDocument,
  FollowThreadDocument,
  MarkUnreadDocument,
  type MarkUnreadInput,
  type RoomReadingFieldsFragment,
  SetRoomPreferencesDocument,
  type SetRoomPreferencesInput,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { ThreadReading } from '../../../core/graphql/model';
import { done, type Outcome, refused, signedOut } from '../../../core/graphql/problem';
import { type LastMessage, lastMessagesOf, type Mark, markAsRead, type Marking } from './requests-about-many';

export type RoomReading = RoomReadingFieldsFragment;

/** What a thread is to the viewer, and its last message. */
export interface ThreadEnd {
  readonly reading: ThreadReading;
  readonly last: LastMessage | null;
}

export interface ThreadEnds {
  readonly threads: readonly ThreadEnd[];
  /** Null where there are no more. */
  readonly endCursor: string | null;
}

@Injectable({ providedIn: 'root' })
export class ReadingRequests {
  private readonly graphql = inject(GraphQL);

  /** All of them in one request, or none. */
  async markRead(marks: readonly Mark[]): Promise<Outcome<readonly Marking[]>> {
    const { document, variables } = markAsRead(marks);
    const outcome = await this.graphql.mutate(document, variables);
    return outcome.ok ? done(Object.values(outcome.value)) : outcome;
  }

  async markUnread(input: MarkUnreadInput): Promise<Outcome<Marking>> {
    const outcome = await this.graphql.mutate(MarkUnreadDocument, { input });
    return outcome.ok ? done(outcome.value.markUnread) : outcome;
  }

  async followThread(threadId: string, follows: boolean): Promise<Outcome<ThreadReading>> {
    const outcome = await this.graphql.mutate(FollowThreadDocument, { input: { threadId, follows } });
    return outcome.ok ? done(outcome.value.followThread.thread) : outcome;
  }

  async setPreferences(input: SetRoomPreferencesInput): Promise<Outcome<RoomReading>> {
    const outcome = await this.graphql.mutate(SetRoomPreferencesDocument, { input });
    return outcome.ok ? done(outcome.value.setRoomPreferences.room) : outcome;
  }

  /** By room; none of a room in which nothing was said, or that is not there any more. */
  async lastMessages(roomIds: readonly string[]): Promise<Outcome<ReadonlyMap<string, LastMessage>>> {
    const { document, variables } = lastMessagesOf(roomIds);
    const outcome = await this.graphql.query(document, variables);
    if (!outcome.ok) return outcome;
    const last = Object.values(outcome.value).map((room) => room?.messages?.nodes[0]);
    return done(new Map(roomIds.flatMap((id, index) => (last[index] ? [[id, last[index]]] : []))));
  }

  /** Of the threads that the viewer follows, those in which something was said last first. */
  async threadEnds(after: string | null): Promise<Outcome<ThreadEnds>> {
    const outcome = await this.graphql.query(FollowedThreadEndsDocument, { after });
    if (!outcome.ok) return outcome;
    const { viewer } = outcome.value;
    if (!viewer) return refused(signedOut());
    const { nodes, pageInfo } = viewer.threads;
    const threads = nodes.map(({ messages, ...reading }) => ({ reading, last: messages.nodes[0] ?? null }));
    return done({ threads, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null });
  }
}
