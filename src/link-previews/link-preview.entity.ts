import { defineEntity, p } from '@mikro-orm/core';
import { PreviewPicture } from '../files/index.js';

/**
 * What a page said of itself when it was asked, or that it is yet to be asked. Messages that link to the same address within a while share one. Once
 * made it stays as it is: what a message shows does not change because somebody links to the page again.
 */
const schema = defineEntity({
  name: 'LinkPreview',
  tableName: 'link_preview',
  properties: {
    id: p.uuid().primary(),
    /** In its one spelling, without the part of the page that a link points to. */
    url: p.string(),
    /** NONE is also shared for a while: a page that says nothing is not asked again for each message. */
    state: p.enum(['PENDING', 'MADE', 'NONE'] as const),
    title: p.string().strictNullable(),
    description: p.string().strictNullable(),
    siteName: p.string().strictNullable(),
    pictureVersion: p
      .manyToOne(PreviewPicture)
      .mapToPk()
      .fieldName('picture_version')
      .strictNullable()
      .deleteRule('no action')
      .updateRule('no action'),
    /** Counted before the page is asked: whatever happens meanwhile, it is not asked for ever. */
    attempts: p.integer(),
    /** While it is pending: not before this. */
    nextAttemptAt: p.datetime(),
    /** From then on no new message shares it. */
    expiresAt: p.datetime(),
  },
  indexes: [
    { properties: ['url', 'expiresAt'] },
    { name: 'link_preview_pending_index', properties: ['nextAttemptAt'], where: { state: 'PENDING' } },
  ],
});

export class LinkPreview extends schema.class {}
schema.setClass(LinkPreview);
