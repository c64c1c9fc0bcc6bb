import { defineEntity } from '@mikro-orm/core';
import { User } from '../../users/index.js';

/** A refresh token was traded: its hash, the generation that it made, and when (milliseconds since 1970). */
export interface Trade {
  readonly hash: string;
  readonly generation: number;
  readonly at: number;
}

/** One sign-in: what access and refresh tokens name, and what ends when somebody signs out. */
const schema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: (p) => ({
    id: p.uuid().primary(),
    userId: p.manyToOne(User).mapToPk().fieldName('user_id').index(),
    /** How often the refresh token was traded; the newest one has this number. */
    generation: p.integer(),
    /** SHA-256 of the refresh token that works now. */
    refreshHash: p.string(),
    /** The tokens that were traded last, oldest first: for some seconds each gives again what it gave, the newest for as long as that is unused. */
    trades: p.json<Trade[]>(),
    /** Whether a token of the newest generation was ever used: then whoever is to have them has got them. */
    isUsed: p.boolean().default(true),
    rotatedAt: p.datetime(),
    /** Past this the session is over without anybody ending it; moved on by each refresh. */
    expiresAt: p.datetime().index(),
    createdAt: p.datetime(),
    endedAt: p.datetime().strictNullable(),
    /** Where it was opened from, and what the program there said that it is; null where that is not known. */
    address: p.string().strictNullable(),
    client: p.string().strictNullable(),
  }),
});

export class Session extends schema.class {}
schema.setClass(Session);
