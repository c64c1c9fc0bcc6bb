import { Injectable } from '@nestjs/common';
import { Authenticator } from '../auth/index.js';
import { type Actor, reachesRoom } from '../caller/index.js';
import { BatchLoader, inOrderOf } from '../graphql/index.js';
import { Clock, isId, newId } from '../runtime/index.js';
import { Database, type Locks, type Transaction } from '../database/index.js';
import { RoomAccess, RoomFloor } from '../rooms/index.js';
import { FileBytes } from './file-bytes.js';
import { fileNameFrom } from './file-name.js';
import { File } from './file.entity.js';
import { FILES_WITH_IDS } from './files.queries.js';
import type { IncomingFile } from './incoming-file.js';
import { Intake } from './intake/intake.js';
import { Pictures } from './pictures.js';
import { Quotas, type Reservation, RESERVED_BEFORE } from './quotas.js';

/** A file whose bytes are on their way, or here already, and the id that it gets. */
export interface Received {
  readonly id: string;
  readonly roomId: string;
  readonly file: IncomingFile;
}

type Settle = (tx: Transaction) => Promise<void>;

/** The files that are stored here: taken in, and found for whoever may see them. */
@Injectable()
export class FilesService {
  private readonly byId = new BatchLoader<string, File | null>(
    (ids) => this.findAll(ids),
    () => [],
  );

  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    private readonly access: RoomAccess,
    private readonly floor: RoomFloor,
    private readonly intake: Intake,
    private readonly pictures: Pictures,
    private readonly quotas: Quotas,
    private readonly bytes: FileBytes,
    private readonly clock: Clock,
  ) {}

  /** Stores a file for a room. Its row comes last: whatever fails or is cut off before leaves nothing behind. */
  async store(actor: Actor, roomId: string, file: IncomingFile): Promise<File> {
    await this.floor.assertMayPost(actor, roomId);
    using reservation = await this.quotas.reserve(actor.userId);
    return await this.takeIn(actor, { id: newId(), roomId, file }, reservation);
  }

  /** The same for a file that has come in whole, and for which a place is kept: `settle` gives that place back in the change that stores it. */
  async storeReceived(actor: Actor, received: Received, settle: Settle): Promise<File> {
    await this.floor.assertMayPost(actor, received.roomId);
    return this.takeIn(actor, received, RESERVED_BEFORE, settle);
  }

  /** A file that the actor may see: a member of its room, or its uploader alone until a message shows it. */
  async readable(actor: Actor, fileId: string): Promise<File | null> {
    return this.readableIn({}, actor, fileId);
  }

  /** The same, batched within an operation. */
  async readableIn(scope: object, actor: Actor, fileId: string): Promise<File | null> {
    const file = isId(fileId) ? await this.byId.load(scope, fileId) : null;
    if (!file) return null;
    if (!reachesRoom(actor, file.roomId)) return null;
    if (file.messageId === null) return file.uploaderId === actor.userId ? file : null;
    return (await this.access.mayRead(scope, actor, file.roomId)) ? file : null;
  }

  private async findAll(ids: readonly string[]): Promise<(File | null)[]> {
    return inOrderOf(ids, await this.database.find(FILES_WITH_IDS, [ids]), ({ id }) => id);
  }

  private async takeIn(
    actor: Actor,
    { id, roomId, file: incoming }: Received,
    reservation: Reservation,
    settle?: Settle,
  ): Promise<File> {
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
        await settle?.(tx);
        await this.quotas.assertFits(tx, actor.userId, size + picture.thumbnailSize);
        const file = em.create(File, {
          id,
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
}
