import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Actor } from '../caller/index.js';
import { Clock, showsNothing } from '../runtime/index.js';
import { verbatimWithin } from '../text/index.js';
import { Database, type FindLocks, type Transaction } from '../database/index.js';
import { AttachedFiles } from '../files/index.js';
import { RoomJournal } from '../rooms/index.js';
import { ThreadJournal } from '../threads/index.js';
import { MessageAccess, roomOf } from './message-access.js';
import { plainContent, plainTextOf } from './message-content.js';
import { MessageErasure } from './message-erasure.js';
import { MessageMentions, type Named } from './message-mentions.js';
import type { Message } from './message.entity.js';
import { MessagePosting } from './message-posting.js';
import type { MessageType } from './message.type.js';
import { EmptyMessage, NotAllowedToChange } from './messages.errors.js';
import { MessageEdited, particularsOf } from './messages.events.js';
import type { EditMessageInput, SendMessageInput } from './messages.inputs.js';
import { MAX_MESSAGE_LENGTH, refusalToDelete, refusalToEdit } from './messages.policy.js';
import { ShownMessages } from './shown-messages.js';
import { ThreadMessageEdited } from './thread-messages.events.js';

@Injectable()
export class MessagesService {
  constructor(
    private readonly database: Database,
    private readonly posting: MessagePosting,
    private readonly messages: MessageAccess,
    private readonly erasure: MessageErasure,
    private readonly mentions: MessageMentions,
    private readonly journal: RoomJournal,
    private readonly threads: ThreadJournal,
    private readonly files: AttachedFiles,
    private readonly shownMessages: ShownMessages,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async sendMessage(actor: Actor, input: SendMessageInput): Promise<MessageType> {
    const body = bodyFrom(input.body);
    const nonce = input.nonce == null ? null : verbatimWithin('nonce', input.nonce, { min: 1, max: 64 });
    const fileIds = input.attachmentIds ?? [];
    if (body === '' && fileIds.length === 0) throw new EmptyMessage();
    const message = await this.posting.post(actor, {
      roomId: input.roomId,
      body,
      nonce,
      fileIds,
      replyToId: input.replyToId ?? null,
      threadRootId: input.threadRootId ?? null,
      interactionId: input.interactionId ?? null,
      named: await this.mentions.keeper.find(body),
    });
    return fileIds.length > 0 ? this.shownMessages.one(message) : this.shownMessages.oneWithoutFiles(message);
  }

  async editMessage(actor: Actor, { messageId, body: written }: EditMessageInput): Promise<MessageType> {
    const body = bodyFrom(written);
    const named = await this.mentions.keeper.find(body);
    const edited = await this.database.write(this.concernedBy(messageId, named), async (tx) => {
      const read = await this.messages.asReader(tx, actor, messageId);
      const refusal = refusalToEdit(read);
      if (refusal !== null) throw new NotAllowedToChange(refusal);
      const { message } = read;
      // Last: whether a message has files is told to nobody who may not edit it.
      if (body === '' && !(await this.files.isAttachedTo(tx, messageId))) throw new EmptyMessage();
      if (plainTextOf(message.content) !== body) {
        Object.assign(message, { content: plainContent(body), editedAt: this.clock.now() });
        await this.edited(tx, message, actor, named);
      }
      return message;
    });
    return this.shownMessages.one(edited);
  }

  async deleteMessage(actor: Actor, messageId: string): Promise<MessageType> {
    const deleted = await this.database.write(this.concernedBy(messageId, null), async (tx) => {
      const { message, membership } = await this.messages.asReader(tx, actor, messageId);
      const refusal = refusalToDelete(message, membership);
      if (refusal !== null) throw new NotAllowedToChange(refusal);
      if (!message.deletedAt) {
        await this.erasure.erase(tx, message, { actorId: actor.userId });
        if (message.authorId !== actor.userId) await this.note(tx, message, actor);
      }
      return message;
    });
    return this.shownMessages.one(deleted);
  }

  private async edited(
    tx: Transaction,
    message: Message,
    { userId: actorId }: Actor,
    named: Named | null,
  ): Promise<void> {
    const { id, roomId, threadId } = message;
    await tx.em.flush();
    const particulars = particularsOf(await this.mentions.keeper.changed(tx, message, named, actorId));
    if (threadId === null)
      await this.journal.record(tx, MessageEdited, { roomId, actorId, subjectId: id, particulars });
    else await this.threads.record(tx, ThreadMessageEdited, { roomId, threadId, actorId, messageId: id });
  }

  /** The message's room, and whoever is told that it names them, or does so no more. */
  private concernedBy(messageId: string, named: Named | null): FindLocks {
    return async (where) => {
      const people = await this.mentions.keeper.peopleOf(where, messageId);
      return { ...(await roomOf(messageId)(where)), people: [...people, ...(named?.people ?? [])] };
    };
  }

  /** Whoever deletes what others wrote can be asked about it later. */
  private note(tx: Transaction, { id, roomId, authorId }: Message, { userId, sessionId }: Actor): Promise<void> {
    const who = { actorId: userId, sessionId, subjectId: authorId };
    return this.audit.record(tx, { action: AuditAction.MESSAGE_DELETED, ...who, roomId, messageId: id });
  }
}

/** What is to be read in a message; nothing where nobody would see anything. */
function bodyFrom(written: string): string {
  const body = verbatimWithin('body', written, { min: 0, max: MAX_MESSAGE_LENGTH });
  return showsNothing(body) ? '' : body;
}
