import { Injectable } from '@nestjs/common';
import { type File, AttachedFiles, FileType } from '../files/index.js';
import { UsersService, type UserType } from '../users/index.js';
import type { Message } from './message.entity.js';
import { MessageType } from './message.type.js';
import { MessageNotFound } from './messages.errors.js';

/** Messages as they are shown: with who wrote them and what came with them, read once for all that are shown together. */
@Injectable()
export class ShownMessages {
  constructor(
    private readonly users: UsersService,
    private readonly files: AttachedFiles,
  ) {}

  async of(messages: readonly Message[]): Promise<MessageType[]> {
    return this.with(await this.files.ofMessages(messages.map(({ id }) => id)), messages);
  }

  /** One that was just changed. */
  async one(message: Message): Promise<MessageType> {
    return only(await this.of([message]));
  }

  async oneWithoutFiles(message: Message): Promise<MessageType> {
    return only(await this.withoutFiles([message]));
  }

  /** The same for messages that are known to have come without files. */
  withoutFiles(messages: readonly Message[]): Promise<MessageType[]> {
    return this.with(new Map(), messages);
  }

  private async with(files: ReadonlyMap<string | null, File[]>, messages: readonly Message[]): Promise<MessageType[]> {
    const authors = await this.users.shown(messages.map(({ authorId }) => authorId));
    return messages.map((message) => {
      const attachments = (files.get(message.id) ?? []).map((file) => FileType.of(file));
      return MessageType.of(message, authorOf(authors, message), attachments);
    });
  }
}

function only([message]: readonly MessageType[]): MessageType {
  if (!message) throw new MessageNotFound();
  return message;
}

function authorOf(authors: ReadonlyMap<string, UserType>, { authorId }: Message): UserType {
  const author = authors.get(authorId);
  if (!author) throw new Error('A message has no author: their rows are kept for ever.');
  return author;
}
