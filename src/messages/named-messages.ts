import { Injectable } from '@nestjs/common';
import { type Actor, reachesRoom } from '../caller/index.js';
import { BatchLoader, inOrderOf, noteShown } from '../graphql/index.js';
import { Database } from '../database/index.js';
import { shown } from '../log/index.js';
import { RoomAccess } from '../rooms/index.js';
import { isId } from '../runtime/index.js';
import { FreshMessages } from './fresh-messages.js';
import type { MessageType } from './message.type.js';
import { MessageNotFound } from './messages.errors.js';
import { MESSAGE_WITH_NONCE, MESSAGES_WITH_IDS } from './messages.queries.js';
import { ShownMessages } from './shown-messages.js';

/** Messages by their ids. Of those that events name: whoever sees the event may see its message. */
@Injectable()
export class NamedMessages {
  private readonly byId = new BatchLoader<string, MessageType | null>(
    (ids) => this.findAll(ids),
    (id) => [shown.message(id)],
  );

  constructor(
    private readonly database: Database,
    private readonly shownMessages: ShownMessages,
    private readonly fresh: FreshMessages,
    private readonly access: RoomAccess,
  ) {}

  /** Batched within an operation. */
  async get(scope: object, id: string): Promise<MessageType> {
    const message = await this.byId.load(scope, id);
    if (!message) throw new MessageNotFound();
    noteShown(scope, shown.user(message.author.id));
    return message;
  }

  /** The message, where somebody may read it now; null for others, whether there is one or not. */
  async readableBy(scope: object, userId: string, id: string): Promise<MessageType | null> {
    const message = isId(id) ? await this.byId.load(scope, id) : null;
    if (!message || !(await this.access.membership(scope, message.roomId, userId))) return null;
    noteShown(scope, shown.user(message.author.id));
    return message;
  }

  /** What somebody has sent with a nonce, where they may read it now. */
  async sentWith(scope: object, author: Actor, nonce: string): Promise<MessageType | null> {
    // The database takes NUL for the end of a text; no nonce holds it.
    if (nonce.includes('\0')) return null;
    const [sent] = await this.database.rows<{ id: string }>(MESSAGE_WITH_NONCE, [author.userId, nonce]);
    return sent ? this.readableByViewer(scope, author, sent.id) : null;
  }

  /** The same for whoever asks: a bot may come with a token that is not for its room. */
  async readableByViewer(scope: object, viewer: Actor, id: string): Promise<MessageType | null> {
    const message = await this.readableBy(scope, viewer.userId, id);
    return message && reachesRoom(viewer, message.roomId) ? message : null;
  }

  private async findAll(ids: readonly string[]): Promise<(MessageType | null)[]> {
    const fresh = ids.flatMap((id) => this.fresh.get(id) ?? []);
    const others = await this.findStored(ids.filter((id) => !this.fresh.get(id)));
    return inOrderOf(ids, [...(await this.shownMessages.withoutFiles(fresh)), ...others], ({ id }) => id);
  }

  private async findStored(ids: readonly string[]): Promise<MessageType[]> {
    if (ids.length === 0) return [];
    return this.shownMessages.of(await this.database.find(MESSAGES_WITH_IDS, [ids]));
  }
}
