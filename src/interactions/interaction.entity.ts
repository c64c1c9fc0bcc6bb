import { defineEntity, p } from '@mikro-orm/core';

/**
 * Somebody asked a bot for something, by a command. It is kept as long as the bot may answer, and then removed; a change of it holds its room.
 */
const schema = defineEntity({
  name: 'Interaction',
  tableName: 'interaction',
  properties: {
    id: p.uuid().primary(),
    /** The account of the bot that is asked. */
    botUserId: p.uuid(),
    /** Who asks. */
    userId: p.uuid(),
    roomId: p.uuid(),
    nonce: p.string().strictNullable(),
    /** SHA-256 of the input that came with the nonce: the same nonce with another input is a conflict. */
    fingerprint: p.string().strictNullable(),
    /** What was written behind the command. */
    text: p.string(),
    createdAt: p.datetime(),
    answeredAt: p.datetime().strictNullable(),
  },
  uniques: [{ properties: ['userId', 'nonce'] }],
  indexes: [{ properties: ['botUserId'] }, { properties: ['roomId'] }, { properties: ['createdAt'] }],
});

export class Interaction extends schema.class {}
schema.setClass(Interaction);
