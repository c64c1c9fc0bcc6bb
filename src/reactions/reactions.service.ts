import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database, type Transaction } from '../database/index.js';
import {
  MessageAccess,
  MessageDeletion,
  MessagesOfDeletedRooms,
  type MessageType,
  roomOf,
  ShownMessages,
} from '../messages/index.js';
import { RoomJournal } from '../rooms/index.js';
import { emojiFrom } from '../text/index.js';
import { NotAllowedToReact, TooManyEmoji } from './reactions.errors.js';
import { ReactionAdded, ReactionRemoved } from './reactions.events.js';
import { hasRoomFor, MAX_EMOJI_ON_MESSAGE, refusalToReact } from './reactions.policy.js';
import {
  CLAIM_REACTION,
  EMOJI_ON_MESSAGE,
  REMOVE_REACTIONS,
  REMOVE_REACTIONS_TO,
  TAKE_REACTION_BACK,
} from './reactions.queries.js';

interface Reacting {
  readonly messageId: string;
  readonly emoji: string;
}

@Injectable()
export class ReactionsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageAccess,
    private readonly deletion: MessageDeletion,
    private readonly ofDeletedRooms: MessagesOfDeletedRooms,
    private readonly journal: RoomJournal,
    private readonly shownMessages: ShownMessages,
  ) {}

  onModuleInit(): void {
    this.deletion.removesToo(async (tx, messageId) => {
      await tx.rows(REMOVE_REACTIONS, [messageId]);
    });
    this.ofDeletedRooms.removesToo({
      remove: async (tx, messageIds) => {
        await tx.rows(REMOVE_REACTIONS_TO, [messageIds]);
      },
    });
  }

  async addReaction(actor: Actor, { messageId, emoji: written }: Reacting): Promise<MessageType> {
    const emoji = emojiFrom('emoji', written);
    const message = await this.database.write(roomOf(messageId), async (tx) => {
      const { message, floor } = await this.messages.asReader(tx, actor, messageId);
      const refusal = refusalToReact(message, floor);
      if (refusal !== null) throw new NotAllowedToReact(refusal);
      if (!hasRoomFor(emoji, await emojiOn(tx, messageId))) throw new TooManyEmoji(MAX_EMOJI_ON_MESSAGE);
      const [claimed] = await tx.rows(CLAIM_REACTION, [actor.userId, emoji, emoji, messageId]);
      if (claimed) await this.record(tx, ReactionAdded, { roomId: message.roomId, messageId, emoji }, actor);
      return message;
    });
    return this.shownMessages.one(message);
  }

  async removeReaction(actor: Actor, { messageId, emoji: written }: Reacting): Promise<MessageType> {
    const emoji = emojiFrom('emoji', written);
    const message = await this.database.write(roomOf(messageId), async (tx) => {
      const { message } = await this.messages.asReader(tx, actor, messageId);
      const [removed] = await tx.rows(TAKE_REACTION_BACK, [messageId, actor.userId, emoji]);
      if (removed) await this.record(tx, ReactionRemoved, { roomId: message.roomId, messageId, emoji }, actor);
      return message;
    });
    return this.shownMessages.one(message);
  }

  private async record(
    tx: Transaction,
    kind: typeof ReactionAdded | typeof ReactionRemoved,
    { roomId, messageId, emoji }: Reacting & { readonly roomId: string },
    { userId: actorId }: Actor,
  ): Promise<void> {
    await this.journal.record(tx, kind, { roomId, actorId, subjectId: messageId, particulars: { v: 1, emoji } });
  }
}

async function emojiOn(tx: Transaction, messageId: string): Promise<string[]> {
  return (await tx.rows<{ emoji: string }>(EMOJI_ON_MESSAGE, [messageId])).map(({ emoji }) => emoji);
}
