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
import { NotAllowedToRemovePreviews } from './link-previews.errors.js';
import { LinkPreviewsChanged } from './link-previews.events.js';
import { refusalToRemovePreviews } from './link-previews.policy.js';
import { FORGET_DUE, FORGET_REMOVED, REMOVE_PREVIEWS } from './link-previews.queries.js';
import { MessageLinks } from './message-links.js';

@Injectable()
export class LinkPreviewsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageAccess,
    private readonly deletion: MessageDeletion,
    private readonly ofDeletedRooms: MessagesOfDeletedRooms,
    private readonly links: MessageLinks,
    private readonly journal: RoomJournal,
    private readonly shownMessages: ShownMessages,
  ) {}

  onModuleInit(): void {
    this.deletion.removesToo((tx, messageId) => this.forget(tx, [messageId]));
    this.ofDeletedRooms.removesToo({ remove: (tx, messageIds) => this.forget(tx, messageIds) });
  }

  async removeLinkPreviews(actor: Actor, { messageId }: { readonly messageId: string }): Promise<MessageType> {
    const message = await this.database.write(roomOf(messageId), async (tx) => {
      const { message, membership } = await this.messages.asReader(tx, actor, messageId);
      const refusal = refusalToRemovePreviews(message, membership);
      if (refusal !== null) throw new NotAllowedToRemovePreviews(refusal);
      // One that was deleted has none, and is forgotten.
      if (message.deletedAt === null) await this.remove(tx, message, actor);
      return message;
    });
    return this.shownMessages.one(message);
  }

  private async remove(
    tx: Transaction,
    { id, roomId }: { readonly id: string; readonly roomId: string },
    { userId: actorId }: Actor,
  ): Promise<void> {
    const links = await this.links.of(tx, id);
    await this.links.removeAll(tx, [id]);
    await tx.rows(REMOVE_PREVIEWS, [id]);
    // Those that were yet to be made nobody has seen.
    if (links.some(({ state }) => state === 'MADE'))
      await this.journal.record(tx, LinkPreviewsChanged, { roomId, actorId, subjectId: id });
  }

  private async forget(tx: Transaction, messageIds: readonly string[]): Promise<void> {
    await this.links.removeAll(tx, messageIds);
    await tx.rows(FORGET_DUE, [messageIds]);
    await tx.rows(FORGET_REMOVED, [messageIds]);
  }
}
