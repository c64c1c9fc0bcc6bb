import { defineEntity, type InferEntity } from '@mikro-orm/core';

/** One thing that happened: a pointer to what it is about, never a copy of it. Rows are only ever added. */
const schema = defineEntity({
  name: 'LoggedEvent',
  tableName: 'event',
  properties: (p) => ({
    /** Its place in the whole log; rises in the order of commit. */
    position: p.integer().primary().autoincrement(),
    id: p.uuid().unique(),
    roomId: p.uuid(),
    /** Its place in the room: 1, 2, 3, … without gaps. */
    seq: p.integer(),
    type: p.string(),
    actorId: p.uuid().strictNullable(),
    /** Topic: a message or a user, as the type says. */
    subjectId: p.uuid(),
    at: p.datetime(),
  }),
  uniques: [{ properties: ['roomId', 'seq'] }],
  indexes: [{ properties: ['roomId', 'position'] }],
});

export class LoggedEvent extends schema.class {}
schema.setClass(LoggedEvent);

export type NewEvent = Omit<InferEntity<typeof schema>, 'position' | 'id'>;
