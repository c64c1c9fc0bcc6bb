import { defineEntity } from '@mikro-orm/core';

/** A section of somebody's list of rooms. Which rooms are in it is said by the state of each stay. */
const schema = defineEntity({
  name: 'RoomSection',
  tableName: 'room_section',
  properties: (p) => ({
    id: p.uuid().primary(),
    userId: p.uuid(),
    name: p.string(),
    /** Sections are shown by this number, the smallest first; there may be gaps. */
    place: p.integer(),
  }),
  indexes: [{ properties: ['userId', 'place'] }],
});

export class RoomSection extends schema.class {}
schema.setClass(RoomSection);
