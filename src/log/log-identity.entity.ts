import { defineEntity } from '@mikro-orm/core';

/** Which log this is. There is one row; a restore gives it a new epoch, which ends every cursor of before. */
const schema = defineEntity({
  name: 'LogIdentity',
  tableName: 'log_identity',
  properties: (p) => ({
    id: p.integer().primary(),
    epoch: p.string(),
    /** Signs cursors; in hexadecimal. Kept here and not with JWT_SECRET, which may be changed at will. */
    cursorKey: p.string(),
  }),
});

export class LogIdentity extends schema.class {}
schema.setClass(LogIdentity);
