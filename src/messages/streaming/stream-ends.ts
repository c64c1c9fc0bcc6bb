import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { AttachedFiles } from '../../files/index.js';
import { showsNothing } from '../../runtime/index.js';
import { MessageAccess } from '../message-access.js';
import { plainContent, plainTextOf } from '../message-content.js';
import { MessageEdits } from '../message-edits.js';
import { MessageMentions } from '../message-mentions.js';
import { Message } from '../message.entity.js';
import { EmptyMessage, NotAllowedToChange } from '../messages.errors.js';
import { refusalToEdit } from '../messages.policy.js';

/** Writes down how messages that grow end. It is the one edit of them in the log, and nobody has changed their mind: `editedAt` stays null. */
@Injectable()
export class StreamEnds {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageAccess,
    private readonly mentions: MessageMentions,
    private readonly edits: MessageEdits,
    private readonly files: AttachedFiles,
  ) {}

  /** By its bot. One that has ended meanwhile stays as it is. */
  async done(actor: Actor, messageId: string, text: string): Promise<void> {
    const named = await this.mentions.keeper.find(text);
    await this.database.write(this.edits.locksOf(messageId, named), async (tx) => {
      const read = await this.messages.asReader(tx, actor, messageId);
      const refusal = refusalToEdit(read);
      if (refusal !== null) throw new NotAllowedToChange(refusal);
      const { message } = read;
      if (message.streamState !== 'STREAMING') return;
      if (showsNothing(text) && !(await this.files.isAttachedTo(tx, messageId))) throw new EmptyMessage();
      Object.assign(message, { content: plainContent(text), streamState: 'DONE' });
      await this.edits.record(tx, message, named, actor.userId);
    });
  }

  /** In the middle: this text stands, or where none is given, what is on the disk. */
  async brokenOff(messageId: string, text?: string): Promise<void> {
    const written = text ?? (await this.textOnDisk(messageId));
    const named = await this.mentions.keeper.find(written);
    await this.database.write(this.edits.locksOf(messageId, named), async (tx) => {
      const message = await tx.em.findOne(Message, { id: messageId });
      if (message?.streamState !== 'STREAMING') return;
      Object.assign(message, { content: plainContent(written), streamState: 'BROKEN_OFF' });
      await this.edits.record(tx, message, named, message.authorId);
    });
  }

  private async textOnDisk(messageId: string): Promise<string> {
    const message = await this.database.read().findOne(Message, { id: messageId });
    return message ? (plainTextOf(message.content) ?? '') : '';
  }
}
