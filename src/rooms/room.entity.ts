import { defineEntity } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/**
 * A room, with the counters that its events and messages take their places from. Whoever moves one holds the room's row. One that was deleted is
 * private, nameless and empty until the last of it is removed (`DeletedRoom`): so nobody has a right to anything in it.
 */
const schema = defineEntity({
  name: 'Room',
  tableName: 'room',
  properties: (p) => ({
    id: p.uuid().primary(),
    kind: p.enum(['CHANNEL', 'DIRECT'] as const).default('CHANNEL'),
    /** Whom a direct room is for, by their ids in order: there is one for each such company. Null of all others. */
    directKey: p.string().strictNullable().unique(),
    /** Empty of a direct room. */
    name: p.string(),
    /** The name folded for search: the order of lists. */
    nameKey: p.string().index(),
    /** The name folded, in public rooms that somebody is in: what uniqueness is about. */
    publicNameKey: p.string().strictNullable().unique(),
    /** Name and topic, folded: what a search looks through. */
    searchText: p.text(),
    topic: p.string(),
    visibility: p.enum(['PUBLIC', 'PRIVATE'] as const),
    /** Who may post there. */
    posting: p.enum(['EVERYONE', 'MODERATORS'] as const).default('EVERYONE'),
    /** Between two messages of one member who is no moderator; 0 is none. */
    slowModeSeconds: p.integer().default(0),
    /** After how many days its messages are deleted, where that is sooner than on the whole server; null where it is not. */
    keepMessagesDays: p.integer().strictNullable(),
    /** Up to this number of its own timeline everything that was too old is deleted. */
    expiredNumber: p.type(Int64).default(0),
    /** Null while it is not archived. */
    archivedAt: p.datetime().strictNullable(),
    memberCount: p.integer(),
    /** The place of the newest event, and of the newest message. */
    lastSeq: p.type(Int64),
    lastNumber: p.type(Int64),
    lastActivityAt: p.datetime(),
    createdAt: p.datetime(),
  }),
});

export class Room extends schema.class {}
schema.setClass(Room);
