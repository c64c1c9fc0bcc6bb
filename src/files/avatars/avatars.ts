import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, NO_LOCKS, type Transaction } from '../../database/index.js';
import type { User } from '../../users/index.js';
import { FileBytes } from '../file-bytes.js';
import type { IncomingFile } from '../incoming-file.js';
import { AVATAR_EDGES, AvatarDrawing, type DrawnImage } from './avatar-drawing.js';
import { AvatarImage } from './avatar-image.entity.js';
import { AVATAR_IMAGE, FORGET_IMAGES, REPLACED_IMAGES_OF } from './avatar-images.queries.js';

/**
 * The pictures of people: drawn and stored, shown, and removed once replaced. They count for nobody's quota: each has one, in sizes that the
 * server chooses.
 */
@Injectable()
export class Avatars {
  constructor(
    private readonly database: Database,
    private readonly drawing: AvatarDrawing,
    private readonly bytes: FileBytes,
  ) {}

  /** Draws and stores a picture that is nobody's yet. Whoever does not keep it discards it. */
  draw(incoming: IncomingFile): Promise<DrawnImage[]> {
    return this.drawing.draw(incoming);
  }

  /** Makes a picture somebody's, in the transaction that shows it; gives back the version to show. The one before goes after it. */
  async keep(
    tx: Transaction,
    { id: userId, avatarVersion }: Pick<User, 'id' | 'avatarVersion'>,
    images: readonly DrawnImage[],
  ): Promise<string> {
    const shown = avatarVersion === null ? [] : await tx.em.find(AvatarImage, { version: avatarVersion });
    if (avatarVersion !== null && images.every((image) => shown.some((one) => isSame(one, image)))) {
      tx.afterCommit(() => void this.discard(images));
      return avatarVersion;
    }
    const version = randomBytes(16).toString('hex');
    for (const image of images) tx.em.create(AvatarImage, { ...image, userId, version });
    await tx.em.flush();
    return version;
  }

  async discard(images: readonly DrawnImage[]): Promise<void> {
    for (const { key } of images) await this.bytes.removeKey(key);
  }

  /** The picture of this version in one of its sizes; null where there is none (any more). */
  async find(version: string, edge: number): Promise<AvatarImage | null> {
    if (!VERSION.test(version) || !AVATAR_EDGES.some((one) => one === edge)) return null;
    const [image] = await this.database.find(AVATAR_IMAGE, [version, edge]);
    return image ?? null;
  }

  /** Removes what is shown of somebody no more: first the bytes, then what names them. Twice does no harm. */
  async removeReplaced(userId: string): Promise<void> {
    const images = await this.database.rows<{ key: string }>(REPLACED_IMAGES_OF, [userId]);
    if (images.length === 0) return;
    const keys = images.map(({ key }) => key);
    await this.bytes.removeForGood(keys);
    await this.database.write(NO_LOCKS, (tx) => tx.rows(FORGET_IMAGES, [keys]));
  }
}

function isSame(one: Pick<DrawnImage, 'edge' | 'sha256'>, other: DrawnImage): boolean {
  return one.edge === other.edge && one.sha256 === other.sha256;
}

const VERSION = /^[0-9a-f]{32}$/;
