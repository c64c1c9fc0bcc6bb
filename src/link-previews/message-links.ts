import { Injectable } from '@nestjs/common';
import type { Reader, Transaction } from '../database/index.js';
import { PreviewPictures } from '../files/index.js';
import {
  ADD_LINK,
  LINKS_OF_MESSAGE,
  PREVIEWS_OF,
  REMOVE_LINKS_OF,
  REMOVE_UNUSED_PREVIEWS,
} from './link-previews.queries.js';

export interface KeptLink {
  readonly url: string;
  readonly pageUrl: string;
  readonly previewId: string;
  readonly state: 'PENDING' | 'MADE' | 'NONE';
}

/** Which previews messages have. Needs the lock of their room. A preview that no message has any more goes, and its picture with it. */
@Injectable()
export class MessageLinks {
  constructor(private readonly pictures: PreviewPictures) {}

  of(where: Reader, messageId: string): Promise<KeptLink[]> {
    return where.rows<KeptLink>(LINKS_OF_MESSAGE, [messageId]);
  }

  async replace(
    tx: Transaction,
    messageId: string,
    links: readonly Pick<KeptLink, 'url' | 'previewId'>[],
  ): Promise<void> {
    const before = await this.previewsOf(tx, [messageId]);
    await tx.rows(REMOVE_LINKS_OF, [[messageId]]);
    for (const [place, { url, previewId }] of links.entries())
      await tx.rows(ADD_LINK, [messageId, place, url, previewId]);
    await this.removeUnused(tx, before);
  }

  async removeAll(tx: Transaction, messageIds: readonly string[]): Promise<void> {
    const before = await this.previewsOf(tx, messageIds);
    if (before.length === 0) return;
    await tx.rows(REMOVE_LINKS_OF, [messageIds]);
    await this.removeUnused(tx, before);
  }

  private async previewsOf(tx: Transaction, messageIds: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ previewId: string }>(PREVIEWS_OF, [messageIds]);
    return rows.map(({ previewId }) => previewId);
  }

  private async removeUnused(tx: Transaction, previewIds: readonly string[]): Promise<void> {
    const removed = await tx.rows<{ pictureVersion: string | null }>(REMOVE_UNUSED_PREVIEWS, [previewIds]);
    await this.pictures.removeLater(
      tx,
      removed.flatMap(({ pictureVersion }) => pictureVersion ?? []),
    );
  }
}
