import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Reader, type Transaction } from '../database/index.js';
import { Journal } from '../log/index.js';
import { hasNameSign } from '../markdown/index.js';
import {
  type MentionKeeper,
  MessageMentions,
  MessagesOfDeletedRooms,
  type Named,
  type Placed,
  RoomMentionChange,
} from '../messages/index.js';
import { RoomStateChanged } from '../reading/index.js';
import { mayMentionRoom, type Role } from '../rules/index.js';
import { ThreadFollowers } from '../threads/index.js';
import { KnownPeople } from './known-people.js';
import {
  ADD_ANSWER,
  ADD_MENTIONS,
  ADD_ROOM_MENTION,
  PEOPLE_MENTIONED,
  REMOVE_ANSWERS_IN,
  REMOVE_MENTIONS,
  REMOVE_MENTIONS_IN,
  REMOVE_ROOM_MENTION,
  REMOVE_ROOM_MENTIONS_IN,
  ROLE_AND_SIZE,
  ROOM_MENTIONS_IN,
  WHO_HAS_UNREAD,
} from './mentions.queries.js';

/** Whom a message named, and whom it names now. */
interface Change {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether it is to name the whole room. */
  readonly wanted: boolean;
  readonly actorId: string | null;
}

/** Keeps whom messages name, in the change that sends, edits or deletes them. */
@Injectable()
export class MentionsService implements MentionKeeper, OnModuleInit {
  constructor(
    private readonly messages: MessageMentions,
    private readonly ofDeletedRooms: MessagesOfDeletedRooms,
    private readonly people: KnownPeople,
    private readonly journal: Journal,
    private readonly followers: ThreadFollowers,
  ) {}

  onModuleInit(): void {
    this.messages.keptBy(this);
    this.ofDeletedRooms.removesToo({
      remove: async (tx, messageIds) => {
        for (const removal of [REMOVE_MENTIONS_IN, REMOVE_ROOM_MENTIONS_IN, REMOVE_ANSWERS_IN])
          await tx.rows(removal, [messageIds]);
      },
    });
  }

  async find(body: string): Promise<Named | null> {
    return hasNameSign(body) ? this.people.namedIn(body) : null;
  }

  async peopleOf(where: Reader, messageId: string): Promise<string[]> {
    return (await where.rows<{ userId: string }>(PEOPLE_MENTIONED, [messageId])).map(({ userId }) => userId);
  }

  /** Nobody is told: who gets the message computes it. */
  async sent(tx: Transaction, message: Placed, named: Named | null): Promise<RoomMentionChange | null> {
    if (message.replyToId !== null) await tx.rows(ADD_ANSWER, [message.id, message.replyToId, message.authorId]);
    if (!named) return null;
    if (named.people.length > 0) await tx.rows(ADD_MENTIONS, [named.people, message.id]);
    const { threadId, roomId, number } = message;
    if (threadId === null) return this.setRoomMention(tx, message, { before: false, wanted: named.room });
    await this.followers.followAsNamed(tx, { threadId, roomId, number }, othersIn(message, named.people));
    return null;
  }

  async changed(
    tx: Transaction,
    message: Placed,
    named: Named | null,
    actorId: string | null,
  ): Promise<RoomMentionChange | null> {
    const before = await this.peopleOf(tx, message.id);
    const after = named?.people ?? [];
    const added = after.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !after.includes(id));
    if (added.length > 0) await tx.rows(ADD_MENTIONS, [added, message.id]);
    if (removed.length > 0) await tx.rows(REMOVE_MENTIONS, [message.id, removed]);
    const { threadId, roomId, number } = message;
    if (threadId === null)
      return this.changedInRoom(tx, message, { before, after, wanted: named?.room ?? false, actorId });
    const names = { added: othersIn(message, added), removed: othersIn(message, removed), actorId };
    await this.followers.namesChanged(tx, { threadId, roomId, number }, names);
    return null;
  }

  private async changedInRoom(
    tx: Transaction,
    message: Placed,
    { before, after, wanted, actorId }: Change,
  ): Promise<RoomMentionChange | null> {
    const mentioned = (await tx.rows(ROOM_MENTIONS_IN, [[message.id]])).length > 0;
    const change = await this.setRoomMention(tx, message, { before: mentioned, wanted });
    const both = [...new Set([...before, ...after])];
    const differing = both.filter((id) => before.includes(id) !== after.includes(id));
    // Whoever computes what the event says of the whole room is wrong where it named them as well, before or afterwards.
    const isCountedAnyway = mentioned && wanted;
    if (!isCountedAnyway) await this.tell(tx, message, change === null ? differing : both, actorId);
    return change;
  }

  /** A message that mentions the room goes on doing so while it says so, whatever became of its author's rights. */
  private async setRoomMention(
    tx: Transaction,
    { id, roomId, number, authorId }: Placed,
    { before, wanted }: { readonly before: boolean; readonly wanted: boolean },
  ): Promise<RoomMentionChange | null> {
    if (before === wanted) return null;
    if (before) {
      await tx.rows(REMOVE_ROOM_MENTION, [id]);
      return RoomMentionChange.ENDED;
    }
    const [place] = await tx.rows<{ role: Role; memberCount: number }>(ROLE_AND_SIZE, [roomId, authorId]);
    if (!place || !mayMentionRoom(place.role, place.memberCount)) return null;
    await tx.rows(ADD_ROOM_MENTION, [id, roomId, number, authorId]);
    return RoomMentionChange.BEGAN;
  }

  /** Those whose badge shows something else now, on all of their devices. */
  private async tell(
    tx: Transaction,
    message: Placed,
    people: readonly string[],
    actorId: string | null,
  ): Promise<void> {
    const { roomId, number } = message;
    const others = othersIn(message, people);
    if (others.length === 0) return;
    for (const { userId } of await tx.rows<{ userId: string }>(WHO_HAS_UNREAD, [roomId, others, number]))
      await this.journal.ofPerson(tx, RoomStateChanged, userId, { actorId, subjectId: roomId });
  }
}

/** Whoever names themselves is called by nobody. */
function othersIn({ authorId }: Placed, people: readonly string[]): string[] {
  return people.filter((id) => id !== authorId);
}
