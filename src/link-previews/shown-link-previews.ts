import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database } from '../database/index.js';
import { previewPictureUrlOf } from '../files/index.js';
import { BatchLoader } from '../graphql/index.js';
import { shown } from '../log/index.js';
import type { MessageType } from '../messages/index.js';
import type { LinkPreviewType } from './link-preview.type.js';
import { SHOWN_PREVIEWS } from './link-previews.queries.js';
import { mayHaveLinks } from './links-in.js';

interface Row {
  readonly messageId: string;
  readonly url: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly siteName: string | null;
  readonly pictureVersion: string | null;
  readonly pictureWidth: number | null;
  readonly pictureHeight: number | null;
}

/** Link previews as they are shown: for all messages of a page in one statement. */
@Injectable()
export class ShownLinkPreviews {
  private readonly previews = new BatchLoader<string, LinkPreviewType[]>(
    (messageIds) => this.find(messageIds),
    (messageId) => [shown.linkPreviewsOf(messageId)],
  );

  constructor(
    private readonly database: Database,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** In the order of the links; none where the operator wants none. Of most messages, which have no links, the database is not asked. */
  of(scope: object, { id, body }: Pick<MessageType, 'id' | 'body'>): Promise<LinkPreviewType[]> | [] {
    return this.settings.linkPreviews && mayHaveLinks(body) ? this.previews.load(scope, id) : [];
  }

  private async find(messageIds: readonly string[]): Promise<LinkPreviewType[][]> {
    const rows = await this.database.rows<Row>(SHOWN_PREVIEWS, [messageIds]);
    const byMessage = Map.groupBy(rows, ({ messageId }) => messageId);
    return messageIds.map((id) => (byMessage.get(id) ?? []).map(toShown));
  }
}

function toShown({ url, title, description, siteName, ...picture }: Row): LinkPreviewType {
  const { pictureVersion, pictureWidth, pictureHeight } = picture;
  return {
    ...{ url, title, description, siteName },
    imageUrl: pictureVersion === null ? null : previewPictureUrlOf(pictureVersion),
    imageWidth: pictureWidth,
    imageHeight: pictureHeight,
  };
}
