import { defineEntity, p } from '@mikro-orm/core';

/** What whoever looks after a room did about a report; nothing of these where they dismissed it. */
export type DoneAbout = 'DELETED_MESSAGE' | 'WARNED_AUTHOR' | 'BANNED_AUTHOR';

/** A message that somebody showed to those who look after its room. Whoever changes it holds the room. */
const schema = defineEntity({
  name: 'Report',
  tableName: 'report',
  properties: {
    id: p.uuid().primary(),
    messageId: p.uuid(),
    roomId: p.uuid(),
    /** Who wrote the message: they are told nothing, and see no report of it, whatever they look after. */
    authorId: p.uuid(),
    reporterId: p.uuid(),
    reason: p.text(),
    /** The words as they were when they were reported, whatever the author made of them since; empty once it is closed. */
    body: p.text(),
    /** The names of its files. */
    files: p.json<string[]>(),
    createdAt: p.datetime(),
    /** Null while it is open. */
    closedAt: p.datetime().strictNullable(),
    closedById: p.uuid().strictNullable(),
    done: p.json<DoneAbout[]>(),
  },
  uniques: [{ properties: ['messageId', 'reporterId'] }],
  indexes: [
    { name: 'report_open_index', properties: ['roomId', 'authorId'], where: { closedAt: null } },
    { properties: ['createdAt', 'id'] },
    { properties: ['roomId', 'createdAt', 'id'] },
  ],
});

export class Report extends schema.class {}
schema.setClass(Report);
