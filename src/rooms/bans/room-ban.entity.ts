import { defineEntity } from '@mikro-orm/core';

/** Somebody who may not come into a room. It belongs to the room: whoever changes it holds the room. */
const schema = defineEntity({
  name: 'RoomBan',
  tableName: 'room_ban',
  properties: (p) => ({
    roomId: p.uuid().primary(),
    userId: p.uuid().primary(),
    /** Who banned them. */
    byId: p.uuid().strictNullable(),
    reason: p.string().strictNullable(),
    /** From where they had signed in last: for a while guests from there do not come in either. Null where that is not known. */
    network: p.string().strictNullable(),
    createdAt: p.datetime(),
  }),
  indexes: [{ properties: ['roomId', 'createdAt', 'userId'] }],
});

export class RoomBan extends schema.class {}
schema.setClass(RoomBan);
