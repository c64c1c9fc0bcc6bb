export { AuditAction } from './audit-action.js';
export { AuditEntry } from './audit-entry.entity.js';
export { AuditLog } from './audit-log.js';
export { AuditModule } from './audit.module.js';
