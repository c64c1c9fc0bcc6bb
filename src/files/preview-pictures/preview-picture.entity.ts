import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../../database/index.js';

/** The picture of a page that somebody linked to, as the server drew it. It goes once no preview shows it, and no other preview ever shows it. */
const schema = defineEntity({
  name: 'PreviewPicture',
  tableName: 'preview_picture',
  properties: {
    /** At random: whoever does not see a message with it cannot ask for it. */
    version: p.string().primary(),
    key: p.string().unique(),
    width: p.integer(),
    height: p.integer(),
    size: p.type(Int64),
    /** In hexadecimal. */
    sha256: p.string(),
    /** Whether no preview shows it any more: its bytes are about to go. */
    isUnused: p.boolean(),
  },
  indexes: [{ name: 'preview_picture_unused_index', properties: ['version'], where: { isUnused: true } }],
});

export class PreviewPicture extends schema.class {}
schema.setClass(PreviewPicture);
