import { defineEntity } from '@mikro-orm/core';
import { User } from '../users/index.js';

/** One sign-in: what access and refresh tokens name, and what ends when somebody signs out. */
const schema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: (p) => ({
    id: p.uuid().primary(),
    userId: p.manyToOne(User).mapToPk().fieldName('user_id').index(),
    /** How often the refresh token was traded; the newest one has this number. */
    generation: p.integer(),
    /** SHA-256 of the refresh token that works now, and of the one before it. */
    refreshHash: p.string(),
    previousHash: p.string().strictNullable(),
    rotatedAt: p.datetime(),
    /** Past this the session is over without anybody ending it; moved on by each refresh. */
    expiresAt: p.datetime().index(),
    createdAt: p.datetime(),
    endedAt: p.datetime().strictNullable(),
  }),
});

export class Session extends schema.class {}
schema.setClass(Session);
