import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Clock, isId, newId } from '../runtime/index.js';
import { Database, type Transaction } from '../database/index.js';
import { AttachedFiles } from '../files/index.js';
import { RoomAccess, RoomJournal } from '../rooms/index.js';
import { FreshMessages } from './fresh-messages.js';
import { Message } from './message.entity.js';
import { plainContent } from './message-content.js';
import { MessageMentions, type Named } from './message-mentions.js';
import { claimMessage, findNonce } from './message-rows.js';
import { NonceUsed, NothingToAnswer } from './messages.errors.js';
import { MessageSent, particularsOf } from './messages.events.js';
import { ROOM_OF_MESSAGE } from './messages.queries.js';

/** What somebody wants to post, within its bounds. */
export interface Draft {
  readonly roomId: string;
  readonly body: string;
  readonly nonce: string | null;
  readonly fileIds: readonly string[];
  readonly replyToId: string | null;
  /** Whom the body names. */
  readonly named: Named | null;
}

/** Posts messages: those that wait together share one transaction, and thereby one sync to disk. */
@Injectable()
export class MessagePosting {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly journal: RoomJournal,
    private readonly files: AttachedFiles,
    private readonly fresh: FreshMessages,
    private readonly mentions: MessageMentions,
    private readonly clock: Clock,
  ) {}

  /** The message, once it is on disk; where the nonce came before, the first one. */
  post(actor: Actor, draft: Draft): Promise<Message> {
    const fingerprint = draft.nonce === null ? null : fingerprintOf(draft);
    return this.database.writeTogether({ rooms: [draft.roomId] }, async (tx) => {
      await this.access.assertMember(actor, draft.roomId, tx);
      if (draft.replyToId !== null) await this.assertInRoom(tx, draft.replyToId, draft.roomId);
      if (draft.fileIds.length > 0) {
        // Before anything is written. Sent again, the files are part of the first message already.
        const first = await this.sentBefore(tx, actor, draft, fingerprint);
        if (first) return first;
        await this.files.assertThere(tx, { ...draft, uploaderId: actor.userId });
      }
      const message =
        (await this.add(tx, actor, draft, fingerprint)) ?? (await this.sentBefore(tx, actor, draft, fingerprint));
      if (!message) throw new Error('A message was neither added nor sent before.');
      return message;
    });
  }

  /** One that was deleted may be answered: it was there when the answer was begun, and nothing of it is shown. */
  private async assertInRoom(tx: Transaction, messageId: string, roomId: string): Promise<void> {
    const [found] = isId(messageId) ? await tx.rows<{ roomId: string }>(ROOM_OF_MESSAGE, [messageId]) : [];
    if (found?.roomId !== roomId) throw new NothingToAnswer();
  }

  /** The message that has the nonce, where the input is the same. */
  private async sentBefore(
    tx: Transaction,
    actor: Actor,
    { nonce }: Draft,
    fingerprint: string | null,
  ): Promise<Message | null> {
    const first = nonce === null ? undefined : await findNonce(tx, actor.userId, nonce);
    if (!first) return null;
    if (first.fingerprint !== fingerprint) throw new NonceUsed(await this.standing(tx, actor, first));
    return tx.em.findOneOrFail(Message, { id: first.id });
  }

  /** What the sender is told of the message that has the nonce: as much as they may see. */
  private async standing(tx: Transaction, actor: Actor, { id: messageId, roomId }: Pick<Message, 'id' | 'roomId'>) {
    return (await this.access.isMember(actor, roomId, tx)) ? { messageId, roomId } : undefined;
  }

  /** Null where there is a message with the nonce: then nothing was written. */
  private async add(
    tx: Transaction,
    { userId }: Actor,
    { roomId, body, nonce, fileIds, replyToId, named }: Draft,
    fingerprint: string | null,
  ): Promise<Message | null> {
    const id = newId();
    const content = plainContent(body);
    const said = { id, roomId, authorId: userId, content, nonce, fingerprint, replyToId, createdAt: this.clock.now() };
    const places = await claimMessage(tx, said);
    if (!places) return null;
    const concerns = named !== null || replyToId !== null;
    const roomMention = concerns ? await this.mentions.keeper.sent(tx, { ...said, ...places }, named) : null;
    const event = { roomId, actorId: userId, subjectId: id, particulars: particularsOf(roomMention) };
    await this.journal.recordMessage(tx, MessageSent, event, places);
    const message = { ...said, ...places, editedAt: null, deletedAt: null, pinnedAt: null };
    if (fileIds.length > 0) await this.files.attach(tx, { messageId: id, roomId, uploaderId: userId, fileIds });
    else
      tx.afterCommit(() => {
        this.fresh.put(message);
      });
    return message;
  }
}

function fingerprintOf({ roomId, body, fileIds, replyToId }: Draft): string {
  // What answers nothing has the fingerprint that it had before there were answers: nonces are kept for ever.
  const answers = replyToId === null ? [] : [replyToId];
  return hash('sha256', JSON.stringify([roomId, body, fileIds, ...answers]), 'base64url');
}
