import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/**
 * What somebody has read of a room, and how they want to hear of it, for one stay in it. There is no row while all is as it begins.
 * It belongs to the person, not to the room: whoever changes it holds the person, so that those who read wait for nobody who writes.
 */
const schema = defineEntity({
  name: 'RoomState',
  tableName: 'room_state',
  properties: {
    membershipId: p.uuid().primary(),
    /** Where the stay is, for finding those who want all messages of a room; null where preferences were never set. */
    roomId: p.uuid().strictNullable(),
    /** Null while nothing was marked in this stay: then it is the number at which it began. */
    lastReadNumber: p.type(Int64).strictNullable(),
    notify: p.enum(['ALL', 'MENTIONS', 'NOTHING'] as const).default('MENTIONS'),
    isMuted: p.boolean().default(false),
    /** When muting ends by itself; null where it does not. */
    mutedUntil: p.datetime().strictNullable(),
    isFavourite: p.boolean().default(false),
    /** Of a direct room: the place of its newest event when it was taken out of the list; null while it is in it. */
    closedSeq: p.type(Int64).strictNullable(),
    /** Into which section of their list they put it; null for none. */
    sectionId: p.uuid().strictNullable(),
    /** In an order of their own rooms stand by this number, the smallest first; null behind all others. */
    place: p.type(Int64).strictNullable(),
  },
  indexes: [{ name: 'room_state_all_index', properties: ['roomId', 'membershipId'], where: { notify: 'ALL' } }],
});

export class RoomState extends schema.class {}
schema.setClass(RoomState);
