import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/index.js';
import { ByteRemoval } from './byte-removal.js';
import { File } from './file.entity.js';
import { NotYoursToAttach } from './files.errors.js';
import { assertAttachable } from './files.policy.js';
import { FILES_OF_MESSAGES } from './files.queries.js';

/** A message and the files that it is to show, in this order. */
export interface Attaching {
  readonly messageId: string;
  readonly roomId: string;
  readonly uploaderId: string;
  readonly fileIds: readonly string[];
}

/** The files that messages show. */
@Injectable()
export class AttachedFiles {
  constructor(
    private readonly database: Database,
    private readonly removal: ByteRemoval,
  ) {}

  /** Refuses files that cannot become part of a message, before anything of the message is written. */
  async assertThere({ em }: Transaction, { roomId, uploaderId, fileIds }: Omit<Attaching, 'messageId'>): Promise<void> {
    assertAttachable(fileIds);
    const there = await em.count(File, { id: { $in: [...fileIds] }, roomId, uploaderId, messageId: null });
    if (there < fileIds.length) throw new NotYoursToAttach();
  }

  /** Makes files part of a message, in the message's own transaction. */
  async attach({ em }: Transaction, { messageId, roomId, uploaderId, fileIds }: Attaching): Promise<void> {
    for (const [ordinal, id] of fileIds.entries()) {
      // The condition is part of the change: of two messages that name one file, the second finds nothing to change.
      const changed = await em.nativeUpdate(File, { id, roomId, uploaderId, messageId: null }, { messageId, ordinal });
      if (changed === 0) throw new NotYoursToAttach();
    }
  }

  /** Removes the files of a message: the rows with the message's transaction, the bytes after it, whatever happens in between. */
  async detachAll(tx: Transaction, messageId: string): Promise<void> {
    await this.removal.removeLater(tx, messageId);
    await tx.em.nativeDelete(File, { messageId });
  }

  async isAttachedTo({ em }: Transaction, messageId: string): Promise<boolean> {
    return (await em.count(File, { messageId })) > 0;
  }

  /** What the files of a message are called. */
  async namesOf(tx: Transaction, messageId: string): Promise<string[]> {
    const files = await tx.em.find(File, { messageId }, { orderBy: { ordinal: 'asc' } });
    return files.map(({ name }) => name);
  }

  /** The files that messages show, in the order of their senders. */
  async ofMessages(messageIds: readonly string[]): Promise<Map<string | null, File[]>> {
    const files = await this.database.find(FILES_OF_MESSAGES, [messageIds]);
    return Map.groupBy(files, ({ messageId }) => messageId);
  }
}
