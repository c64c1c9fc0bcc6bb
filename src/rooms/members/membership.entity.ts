import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../../database/index.js';
import { User } from '../../users/index.js';
import { Room } from '../room.entity.js';

/**
 * A membership period: one stay of somebody in a room, from their MemberJoined to their MemberLeft in the log. Periods are kept: the feed of all
 * rooms asks who was a member at an event.
 */
const schema = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  // Rooms and users are found by the first column of the indexes below.
  properties: {
    id: p.uuid().primary(),
    roomId: p.manyToOne(Room).mapToPk().fieldName('room_id').index(false),
    userId: p.manyToOne(User).mapToPk().fieldName('user_id').index(false),
    role: p.enum(['OWNER', 'MODERATOR', 'MEMBER'] as const),
    joinedAt: p.datetime(),
    joinedPosition: p.type(Int64),
    /** The number of the room's last message then: nobody joins to ten thousand unread ones. */
    joinedNumber: p.type(Int64).default(0),
    /** Null while the stay lasts; 0, before any event, once the room is deleted: then nothing of it is anybody's to see. */
    leftPosition: p.type(Int64).strictNullable(),
    /** When they posted last in a room that was in slow mode then. Whoever leaves and comes back takes it along. */
    lastPostedAt: p.datetime().strictNullable(),
  },
  uniques: [{ name: 'membership_current_unique', properties: ['roomId', 'userId'], where: { leftPosition: null } }],
  indexes: [{ properties: ['userId', 'roomId'] }, { properties: ['roomId', 'joinedPosition'] }],
});

export class Membership extends schema.class {}
schema.setClass(Membership);
