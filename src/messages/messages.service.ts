import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Actor } from '../caller/index.js';
import { Clock, showsNothing } from '../runtime/index.js';
import { verbatimWithin } from '../text/index.js';
import { Database, type Transaction } from '../database/index.js';
import { AttachedFiles } from '../files/index.js';
import { MessageAccess } from './message-access.js';
import { plainContent, plainTextOf } from './message-content.js';
import { MessageEdits } from './message-edits.js';
import { MessageErasure } from './message-erasure.js';
import { MessageMentions } from './message-mentions.js';
import type { Message } from './message.entity.js';
import { MessagePosting } from './message-posting.js';
import type { MessageType } from './message.type.js';
import { EmptyMessage, NotAllowedToChange } from './messages.errors.js';
import type { EditMessageInput, SendMessageInput } from './messages.inputs.js';
import { MAX_MESSAGE_LENGTH, refusalToDelete, refusalToEdit } from './messages.policy.js';
import { ShownMessages } from './shown-messages.js';
import { OnlyBotsStream, StillStreaming } from './streaming/streaming.errors.js';

@Injectable()
export class MessagesService {
  constructor(
    private readonly database: Database,
    private readonly posting: MessagePosting,
    private readonly messages: MessageAccess,
    private readonly erasure: MessageErasure,
    private readonly mentions: MessageMentions,
    private readonly edits: MessageEdits,
    private readonly files: AttachedFiles,
    private readonly shownMessages: ShownMessages,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async sendMessage(actor: Actor, input: SendMessageInput): Promise<MessageType> {
    const body = bodyFrom(input.body);
    const nonce = input.nonce == null ? null : verbatimWithin('nonce', input.nonce, { min: 1, max: 64 });
    const fileIds = input.attachmentIds ?? [];
    const isStreaming = input.isStreaming ?? false;
    if (isStreaming && !actor.bot) throw new OnlyBotsStream();
    if (body === '' && fileIds.length === 0 && !isStreaming) throw new EmptyMessage();
    const message = await this.posting.post(actor, {
      roomId: input.roomId,
      body,
      nonce,
      fileIds,
      replyToId: input.replyToId ?? null,
      threadRootId: input.threadRootId ?? null,
      // Of what grows it is told once it is done.
      named: isStreaming ? null : await this.mentions.keeper.find(body),
      isStreaming,
      interactionId: input.interactionId ?? null,
    });
    return fileIds.length > 0 ? this.shownMessages.one(message) : this.shownMessages.oneWithoutFiles(message);
  }

  async editMessage(actor: Actor, { messageId, body: written }: EditMessageInput): Promise<MessageType> {
    const body = bodyFrom(written);
    const named = await this.mentions.keeper.find(body);
    const edited = await this.database.write(this.edits.locksOf(messageId, named), async (tx) => {
      const read = await this.messages.asReader(tx, actor, messageId);
      const refusal = refusalToEdit(read);
      if (refusal !== null) throw new NotAllowedToChange(refusal);
      const { message } = read;
      if (message.streamState === 'STREAMING') throw new StillStreaming();
      // Last: whether a message has files is told to nobody who may not edit it.
      if (body === '' && !(await this.files.isAttachedTo(tx, messageId))) throw new EmptyMessage();
      if (plainTextOf(message.content) !== body) {
        if (message.streamState !== null) message.streamState = 'DONE';
        Object.assign(message, { content: plainContent(body), editedAt: this.clock.now() });
        await this.edits.record(tx, message, named, actor.userId);
      }
      return message;
    });
    return this.shownMessages.one(edited);
  }

  async deleteMessage(actor: Actor, messageId: string): Promise<MessageType> {
    const deleted = await this.database.write(this.edits.locksOf(messageId, null), async (tx) => {
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
