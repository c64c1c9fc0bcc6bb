import { addAbortSignal, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Authenticator, SessionEndings } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database, NO_LOCKS } from '../../database/index.js';
import { Refusal } from '../../errors/index.js';
import { RoomAccess, RoomFloor } from '../../rooms/index.js';
import { Clock, isId } from '../../runtime/index.js';
import { PartialFiles } from '../../storage/index.js';
import type { File } from '../file.entity.js';
import {
  FileTooLarge,
  TooManyUnfinishedUploads,
  UploadCutOff,
  UploadIsStored,
  UploadIsUnfinished,
  UploadNotFound,
} from '../files.errors.js';
import { FilesService } from '../files.service.js';
import type { IncomingFile } from '../incoming-file.js';
import { Quotas } from '../quotas.js';
import { ResumableUpload } from './resumable-upload.entity.js';
import {
  COUNT_UNFINISHED,
  NOTE_RECEIVED,
  NOTE_STORED,
  REMOVE_UNFINISHED,
  UPLOAD_OF,
} from './resumable-uploads.queries.js';
import { readMetadata } from './upload-metadata.js';

/** From its beginning. After that it is removed with all that came in. */
export const MAX_AGE_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Of one account, at a time. */
export const MAX_UNFINISHED = 50;
/** So much is lost at most when the server is killed: a longer part is written down in between. */
const MAX_BYTES_NOT_NOTED = 1024 * 1024;

export interface Announced {
  readonly id: string;
  /** In bytes. */
  readonly length: number;
  /** Upload-Metadata. */
  readonly metadata: string;
}

/** Files that come in by parts: begun, gone on with after whatever broke, and stored as any other file once they are whole. */
@Injectable()
export class ResumableUploads {
  private readonly arriving = new Map<AbortController, string>();
  private readonly finishing = new Map<string, Promise<File>>();

  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    private readonly access: RoomAccess,
    private readonly floor: RoomFloor,
    private readonly quotas: Quotas,
    private readonly files: FilesService,
    private readonly parts: PartialFiles,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
    endings: SessionEndings,
  ) {
    endings.listen((sessionId) => {
      for (const [stopping, ofSession] of this.arriving) if (ofSession === sessionId) stopping.abort();
    });
  }

  /** Keeps a place for a file: its length counts from now on, until it is stored, given up or too old. */
  async begin(actor: Actor, { id, length, metadata }: Announced): Promise<ResumableUpload> {
    const { roomId } = await readMetadata(metadata);
    if (length > this.settings.uploadMaxBytes) throw new FileTooLarge(this.settings.uploadMaxBytes);
    await this.floor.assertMayPost(actor, roomId);
    const { userId, sessionId } = actor;
    const locks = { house: ['files'] as const, people: [userId], rooms: [roomId], sessions: [sessionId] };
    return this.database.write(locks, async (tx) => {
      await this.authenticator.assertStillSignedIn(actor, tx);
      await this.access.asMember(tx.em, actor, roomId);
      const [found] = await tx.rows<{ count: number }>(COUNT_UNFINISHED, [userId]);
      if ((found?.count ?? 0) >= MAX_UNFINISHED) throw new TooManyUnfinishedUploads(MAX_UNFINISHED);
      await this.quotas.assertFits(tx, userId, length);
      const upload = tx.em.create(ResumableUpload, {
        id,
        uploaderId: userId,
        roomId,
        metadata,
        length,
        received: 0,
        isStored: false,
        createdAt: this.clock.now(),
      });
      await tx.em.flush();
      return upload;
    });
  }

  /** Somebody's own. Another one's is not there for them. */
  async own({ userId }: Actor, id: string): Promise<ResumableUpload> {
    const oldest = this.clock.now().getTime() - MAX_AGE_MILLISECONDS;
    const [upload] = isId(id) ? await this.database.find(UPLOAD_OF, [id, userId, oldest]) : [];
    if (!upload) throw new UploadNotFound();
    return upload;
  }

  /** Takes in bytes that follow the first so many, and says how many there are then. What came before the line broke is kept. */
  async receive(actor: Actor, id: string, at: number, bytes: Readable): Promise<number> {
    const { length, isStored } = await this.own(actor, id);
    if (isStored) throw new UploadIsStored();
    const opened = await this.parts.open(id, at);
    if (!opened) return this.giveUpLost(id);
    await using file = opened;
    let [received, noted] = [at, at];
    const note = async (): Promise<void> => {
      if (received === noted) return;
      await file.sync();
      await this.note(actor, id, { from: noted, to: received });
      noted = received;
    };
    using arrival = this.arrivalOf(actor, bytes);
    try {
      for await (const chunk of bytes as AsyncIterable<Buffer>) {
        await file.append(chunk);
        received += chunk.length;
        // The last byte is noted once nothing has followed it.
        if (received - noted >= MAX_BYTES_NOT_NOTED && received < length) await note();
      }
    } catch (error) {
      if (arrival.isOver) await this.authenticator.assertStillSignedIn(actor);
      if (isCutOff(error)) await note();
      throw error;
    }
    await note();
    return received;
  }

  /** Removes what came in, and gives its place back. */
  async giveUp(actor: Actor, id: string): Promise<void> {
    if ((await this.own(actor, id)).isStored) throw new UploadIsStored();
    await this.remove(id);
  }

  /** Stores what has come in whole, once, whoever asks and how often; and answers with it afterwards as well. */
  async finish(actor: Actor, id: string): Promise<File> {
    await this.own(actor, id);
    const underWay = this.finishing.get(id);
    if (underWay) return underWay;
    const finished = this.finishOnce(actor, id);
    this.finishing.set(id, finished);
    try {
      return await finished;
    } finally {
      this.finishing.delete(id);
    }
  }

  endOf({ createdAt }: Pick<ResumableUpload, 'createdAt'>): Date {
    return new Date(createdAt.getTime() + MAX_AGE_MILLISECONDS);
  }

  private async finishOnce(actor: Actor, id: string): Promise<File> {
    const upload = await this.own(actor, id);
    const { roomId, length, received, isStored } = upload;
    if (isStored) return this.storedOf(actor, id);
    if (received < length) throw new UploadIsUnfinished();
    try {
      const whole = await this.wholeOf(upload);
      const file = await this.files.storeReceived(actor, { id, roomId, file: whole }, async (tx) => {
        if ((await tx.rows(NOTE_STORED, [id])).length === 0) throw new UploadNotFound();
      });
      await this.parts.delete(id);
      return file;
    } catch (error) {
      if (isFinal(error)) await this.remove(id);
      throw error;
    }
  }

  private async storedOf(actor: Actor, id: string): Promise<File> {
    const file = await this.files.readable(actor, id);
    if (!file) throw new UploadNotFound();
    return file;
  }

  private async wholeOf({ id, length, metadata }: ResumableUpload): Promise<IncomingFile> {
    const { parts } = this;
    const { name } = await readMetadata(metadata);
    return {
      name,
      async *open() {
        let read = 0;
        if (length > 0)
          for await (const chunk of parts.read(id, length) as AsyncIterable<Buffer>) {
            read += chunk.length;
            yield chunk;
          }
        if (read < length) throw new UploadCutOff();
      },
    };
  }

  /** The session is asked for again: it may have ended while the bytes came in. */
  private async note(actor: Actor, id: string, { from, to }: { from: number; to: number }): Promise<void> {
    await this.database.write({ people: [actor.userId], sessions: [actor.sessionId] }, async (tx) => {
      await this.authenticator.assertStillSignedIn(actor, tx);
      if ((await tx.rows(NOTE_RECEIVED, [to, id, from])).length === 0) throw new UploadNotFound();
    });
  }

  /** Its bytes are not where they were: a disk was exchanged, or somebody cleared it. */
  private async giveUpLost(id: string): Promise<never> {
    await this.remove(id);
    throw new UploadNotFound();
  }

  /** The row first: bytes without one are swept. */
  private async remove(id: string): Promise<void> {
    await this.database.write(NO_LOCKS, (tx) => tx.rows(REMOVE_UNFINISHED, [id]));
    await this.parts.delete(id);
  }

  /** While it lasts, the end of the session ends it. */
  private arrivalOf({ sessionId }: Actor, bytes: Readable): Disposable & { readonly isOver: boolean } {
    const stopping = new AbortController();
    addAbortSignal(stopping.signal, bytes);
    this.arriving.set(stopping, sessionId);
    return {
      get isOver() {
        return stopping.signal.aborted;
      },
      [Symbol.dispose]: () => {
        this.arriving.delete(stopping);
      },
    };
  }
}

/** The line broke, in contrast to: the disk is full, more came than was announced, or the session ended. */
function isCutOff(error: unknown): boolean {
  return !(error instanceof Refusal) && !(typeof error === 'object' && error !== null && 'status_code' in error);
}

/** Whether the same bytes would be refused again. */
function isFinal(error: unknown): boolean {
  return error instanceof Refusal && !PASSING.has(error.code);
}

const PASSING = new Set(['SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'UNAUTHENTICATED']);
