import { defineEntity, type InferEntity } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';
import type { AuditAction } from './audit-action.js';
import { REFUSE_TRIGGER } from './audit-triggers.queries.js';

/** Something that an administrator may have to account for. Rows are only ever added: triggers refuse anything else. */
const schema = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: (p) => ({
    id: p.type(Int64).primary().autoincrement(),
    at: p.datetime(),
    action: p.string().$type<AuditAction>(),
    /** Who did it; null where nobody was signed in, or the server itself acted. */
    actorId: p.uuid().strictNullable(),
    /** Whose bot it was that did it, at that time; null where a person did it. */
    ownerId: p.uuid().strictNullable(),
    /** The session by which they did it, or that it is about; for a bot, its token. */
    sessionId: p.uuid().strictNullable(),
    /** Whom it is about. */
    subjectId: p.uuid().strictNullable(),
    roomId: p.uuid().strictNullable(),
    messageId: p.uuid().strictNullable(),
    /** A few words for whoever reads it. */
    detail: p.string().strictNullable(),
    /** Where the request came from, and what it said that it is. */
    address: p.string().strictNullable(),
    client: p.string().strictNullable(),
  }),
  triggers: [
    { name: 'audit_entry_is_never_changed', timing: 'before', events: ['update'], body: REFUSE_TRIGGER },
    { name: 'audit_entry_is_never_removed', timing: 'before', events: ['delete'], body: REFUSE_TRIGGER },
  ],
});

export class AuditEntry extends schema.class {}
schema.setClass(AuditEntry);

export type StoredAuditEntry = InferEntity<typeof schema>;
