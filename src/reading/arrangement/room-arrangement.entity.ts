import { defineEntity } from '@mikro-orm/core';

/** How somebody's list of rooms is arranged. There is no row while all is as it begins: then nothing else need be looked for. */
const schema = defineEntity({
  name: 'RoomArrangement',
  tableName: 'room_arrangement',
  properties: (p) => ({
    userId: p.uuid().primary(),
    roomOrder: p.enum(['ACTIVITY', 'NAME', 'OWN'] as const).default('ACTIVITY'),
  }),
});

export class RoomArrangement extends schema.class {}
schema.setClass(RoomArrangement);
