import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/** Small facts that an event keeps of the moment, in the form of its kind and with the version of that form. Never content. */
export interface Particulars {
  readonly v: number;
}

/** One thing that happened: a pointer to what it is about, never a copy of it. Rows are only ever added; those of a room go when it is deleted. */
const schema = defineEntity({
  name: 'LoggedEvent',
  tableName: 'event',
  properties: {
    /** Its place in the whole log; rises in the order of commit. */
    position: p.type(Int64).primary().autoincrement(),
    id: p.uuid().unique(),
    /** Whose it is: a room's, or a person's, or with neither the house's. */
    roomId: p.uuid().strictNullable(),
    personId: p.uuid().strictNullable(),
    /** Its place in its room: 1, 2, 3, … without gaps; null where it is no room's. */
    seq: p.type(Int64).strictNullable(),
    /** The name of its kind, as in the catalogue. */
    type: p.string(),
    actorId: p.uuid().strictNullable(),
    /** What it is about: a message, a user or another thing, as its kind says. */
    subjectId: p.uuid(),
    particulars: p.json<Particulars>().strictNullable(),
    at: p.datetime(),
  },
  uniques: [{ properties: ['roomId', 'seq'] }],
  indexes: [
    { properties: ['roomId', 'position'] },
    // Of most events the owner is a room: these are few, and found without going through the others.
    { name: 'event_outside_rooms_index', properties: ['personId', 'position'], where: { roomId: null } },
  ],
});

export class LoggedEvent extends schema.class {}
schema.setClass(LoggedEvent);

export type NewEvent = Omit<InferEntity<typeof schema>, 'position' | 'id'>;

/** An event of a room. */
export type LoggedRoomEvent = LoggedEvent & { readonly roomId: string; readonly seq: number };

export function isOfRoom(event: LoggedEvent): event is LoggedRoomEvent {
  return event.roomId !== null && event.seq !== null;
}
