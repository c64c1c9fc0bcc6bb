import { Injectable } from '@nestjs/common';
import { Database, type FindLocks, type Reader } from '../database/index.js';
import { PreviewPictures } from '../files/index.js';
import { RoomJournal } from '../rooms/index.js';
import { Clock } from '../runtime/index.js';
import { LinkPreviewsChanged } from './link-previews.events.js';
import { IS_PENDING, MESSAGES_WITH_PREVIEW, SETTLE_PREVIEW } from './link-previews.queries.js';
import type { MadePreview } from './page-reader.js';

/** So long other messages that link to the page share what it said, or that it said nothing. */
const SHARED_MILLISECONDS = 60 * 60 * 1000;
const NOTHING_SHARED_MILLISECONDS = 10 * 60 * 1000;

interface Shown {
  readonly messageId: string;
  readonly roomId: string;
}

/** Keeps what a page said of itself, and tells the rooms of all messages that link to it. */
@Injectable()
export class SettledPreviews {
  constructor(
    private readonly database: Database,
    private readonly pictures: PreviewPictures,
    private readonly journal: RoomJournal,
    private readonly clock: Clock,
  ) {}

  /** Null where it is to have none. */
  async settle(previewId: string, made: MadePreview | null): Promise<void> {
    let isKept = false;
    try {
      isKept = await this.keep(previewId, made);
    } finally {
      if (!isKept && made?.picture) await this.pictures.discard(made.picture);
    }
  }

  /** False where nobody wants it any more. */
  private async keep(previewId: string, made: MadePreview | null): Promise<boolean> {
    return this.database.write(roomsWith(previewId), async (tx) => {
      const [pending] = await tx.rows(IS_PENDING, [previewId]);
      if (!pending) return false;
      const version = made?.picture ? await this.pictures.keep(tx, made.picture) : null;
      const words = [made?.title ?? null, made?.description ?? null, made?.siteName ?? null];
      await tx.rows(SETTLE_PREVIEW, [made ? 'MADE' : 'NONE', ...words, version, this.expiryOf(made), previewId]);
      if (made)
        for (const { messageId: subjectId, roomId } of await messagesWith(tx, previewId))
          await this.journal.record(tx, LinkPreviewsChanged, { roomId, actorId: null, subjectId });
      return true;
    });
  }

  private expiryOf(made: MadePreview | null): number {
    return this.clock.now().getTime() + (made ? SHARED_MILLISECONDS : NOTHING_SHARED_MILLISECONDS);
  }
}

function messagesWith(where: Reader, previewId: string): Promise<Shown[]> {
  return where.rows<Shown>(MESSAGES_WITH_PREVIEW, [previewId]);
}

function roomsWith(previewId: string): FindLocks {
  return async (where) => ({ rooms: (await messagesWith(where, previewId)).map(({ roomId }) => roomId) });
}
