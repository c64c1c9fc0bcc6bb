import { defineEntity } from '@mikro-orm/core';
import type { BotScope } from '../../caller/index.js';
import { WordList } from './word-list.type.js';

/** What a bot signs in with. The token itself is kept nowhere. */
const schema = defineEntity({
  name: 'BotToken',
  tableName: 'bot_token',
  properties: (p) => ({
    id: p.uuid().primary(),
    botId: p.uuid().index(),
    name: p.string(),
    /** SHA-256 of the token. It has more than 200 random bits, so that no slower hash is needed. */
    hash: p.string().unique(),
    scopes: p.type(WordList<BotScope>),
    /** The ids of the rooms that it is for, with spaces between them and deleted rooms among them; null where it is for all rooms of the bot. */
    roomIds: p.text().strictNullable(),
    createdAt: p.datetime(),
    /** Null where it does not run out by itself. */
    expiresAt: p.datetime().strictNullable(),
    revokedAt: p.datetime().strictNullable(),
    /** To the minute: a bot may ask a hundred times a second. */
    lastUsedAt: p.datetime().strictNullable(),
    lastUsedFrom: p.string().strictNullable(),
  }),
});

export class BotToken extends schema.class {}
schema.setClass(BotToken);
