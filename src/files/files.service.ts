import { Injectable } from '@nestjs/common';
import { Authenticator } from '../auth/index.js';
import type { Actor } from '../caller/index.js';
import { Clock, isId, newId } from '../runtime/index.js';
import { Database, type Locks, type Transaction } from '../database/index.js';
import { RoomAccess } from '../rooms/index.js';
import { ByteRemoval } from './byte-removal.js';
import { FileBytes } from './file-bytes.js';
import { fileNameFrom } from './file-name.js';
import { File } from './file.entity.js';
import { FILES_OF_MESSAGES } from './files.queries.js';
import { NotYoursToAttach } from './files.errors.js';
import { assertAttachable } from './files.policy.js';
import type { IncomingFile } from './incoming-file.js';
import { Intake } from './intake/intake.js';
import { Pictures } from './pictures.js';
import { Quotas } from './quotas.js';

/** A message and the files that it is to show, in this order. */
export interface Attaching {
  readonly messageId: string;
  readonly roomId: string;
  readonly uploaderId: string;
  readonly fileIds: readonly string[];
}

@Injectable()
export class FilesService {
  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    private readonly access: RoomAccess,
    private readonly intake: Intake,
    private readonly pictures: Pictures,
    private readonly quotas: Quotas,
    private readonly bytes: FileBytes,
    private readonly removal: ByteRemoval,
    private readonly clock: Clock,
  ) {}

  /** Stores a file for a room. Its row comes last: whatever fails or is cut off before leaves nothing behind. */
  async store(actor: Actor, roomId: string, incoming: IncomingFile): Promise<File> {
    await this.access.assertMember(actor, roomId);
    using reservation = await this.quotas.reserve(actor.userId);
    const { key, mediaType, size, sha256 } = await this.intake.take(incoming, reservation);
    const picture = await this.pictures.look({ key, mediaType, size });
    try {
      const { userId, sessionId } = actor;
      const locks: Locks = { house: ['files'], people: [userId], rooms: [roomId], sessions: [sessionId] };
      return await this.database.write(locks, async (tx) => {
        const { em } = tx;
        // Asked again, both: they may have been signed out or removed while the bytes came in.
        await this.authenticator.assertStillSignedIn(actor, tx);
        await this.access.asMember(em, actor, roomId);
        await this.quotas.assertFits(tx, actor.userId, size + picture.thumbnailSize);
        const file = em.create(File, {
          id: newId(),
          roomId,
          uploaderId: actor.userId,
          messageId: null,
          ordinal: 0,
          name: fileNameFrom(incoming.name),
          mediaType,
          size,
          sha256,
          key,
          ...picture,
          createdAt: this.clock.now(),
        });
        await em.flush();
        return file;
      });
    } catch (error) {
      await this.bytes.remove([{ key, thumbnailKey: picture.thumbnailKey }]);
      throw error;
    }
  }

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

  /** The files that messages show, in the order of their senders. */
  async ofMessages(messageIds: readonly string[]): Promise<Map<string | null, File[]>> {
    const files = await this.database.find(FILES_OF_MESSAGES, [messageIds]);
    return Map.groupBy(files, ({ messageId }) => messageId);
  }

  /** A file that the actor may see: a member of its room, or its uploader alone until a message shows it. */
  async readable(actor: Actor, fileId: string): Promise<File | null> {
    const file = isId(fileId) ? await this.database.read().findOne(File, { id: fileId }) : null;
    if (!file) return null;
    if (file.messageId === null) return file.uploaderId === actor.userId ? file : null;
    return (await this.access.mayRead({}, actor, file.roomId)) ? file : null;
  }
}
