import { defineEntity, p } from '@mikro-orm/core';

/** What administrators chose for the look of their server: one row at most. Null where they chose nothing. */
const schema = defineEntity({
  name: 'ServerLook',
  tableName: 'server_look',
  properties: {
    id: p.integer().primary().autoincrement(false),
    name: p.string().strictNullable(),
    /** As #rrggbb; both or neither. */
    accentLight: p.string().strictNullable(),
    accentDark: p.string().strictNullable(),
  },
});

export class ServerLook extends schema.class {}
schema.setClass(ServerLook);
