import { defineEntity, p } from '@mikro-orm/core';

/** What those who look after rooms tell somebody: a warning, or that a report was dealt with. It belongs to the person. */
const schema = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    kind: p.enum(['WARNING', 'REPORT_CLOSED'] as const),
    roomId: p.uuid(),
    /** As it was called then: they may not see the room any more. */
    roomName: p.string(),
    messageId: p.uuid(),
    /** Of a warning what it says. */
    words: p.text().strictNullable(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['userId', 'createdAt', 'id'] }],
});

export class Notice extends schema.class {}
schema.setClass(Notice);
