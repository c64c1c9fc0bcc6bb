import { defineEntity } from '@mikro-orm/core';
import { Int64 } from '../../database/index.js';
import { User } from '../../users/index.js';

/**
 * A picture of somebody in one size, as the server drew it. The version that stands in their row is the one that is shown; rows of other versions were
 * replaced, and go once their bytes are gone.
 */
const schema = defineEntity({
  name: 'AvatarImage',
  tableName: 'avatar_image',
  properties: (p) => ({
    key: p.string().primary(),
    userId: p.manyToOne(User).mapToPk().fieldName('user_id').index(),
    /** The same for all sizes of one picture, and no other's. */
    version: p.string(),
    /** Its width and its height, in pixels. */
    edge: p.integer(),
    size: p.type(Int64),
    /** In hexadecimal. */
    sha256: p.string(),
  }),
  uniques: [{ properties: ['version', 'edge'] }],
});

export class AvatarImage extends schema.class {}
schema.setClass(AvatarImage);
