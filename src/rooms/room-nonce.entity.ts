import { defineEntity } from '@mikro-orm/core';

/** With which nonce a room was made, which answers for ever. */
const schema = defineEntity({
  name: 'RoomNonce',
  tableName: 'room_nonce',
  properties: (p) => ({
    roomId: p.uuid().primary(),
    authorId: p.uuid(),
    nonce: p.string(),
    /** SHA-256 of the input that came with it: the same nonce with another input is a conflict. */
    fingerprint: p.string(),
  }),
  uniques: [{ properties: ['authorId', 'nonce'] }],
});

export class RoomNonce extends schema.class {}
schema.setClass(RoomNonce);
