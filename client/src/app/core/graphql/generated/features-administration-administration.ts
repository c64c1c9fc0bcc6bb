// Written by scripts/codegen.mjs.

import { operation } from '../operation';
import type {
  AdministrationQuery,
  AdministrationQueryVariables,
  MoreAuditLogQuery,
  MoreAuditLogQueryVariables,
} from './types';

export const AuditPageFieldsFragmentDoc =
  'fragment AuditPageFields on AuditEntryConnection{nodes{...AuditEntryFields}pageInfo{hasNextPage endCursor}}';
export const AuditEntryFieldsFragmentDoc =
  'fragment AuditEntryFields on AuditEntry{id at action actor{...AuditPersonFields}actorOwner{...AuditPersonFields}subject{...AuditPersonFields}roomId detail address client}';
export const AuditPersonFieldsFragmentDoc = 'fragment AuditPersonFields on User{id username displayName}';
export const AdministrationDocument = /* @__PURE__ */ operation<AdministrationQuery, AdministrationQueryVariables>(
  'Administration',
  'query Administration{auditLog(first:50){...AuditPageFields}rooms(first:100){nodes{id name}}}',
  [AuditPageFieldsFragmentDoc, AuditEntryFieldsFragmentDoc, AuditPersonFieldsFragmentDoc],
);
export const MoreAuditLogDocument = /* @__PURE__ */ operation<MoreAuditLogQuery, MoreAuditLogQueryVariables>(
  'MoreAuditLog',
  'query MoreAuditLog($after:Cursor!){auditLog(first:50 after:$after){...AuditPageFields}}',
  [AuditPageFieldsFragmentDoc, AuditEntryFieldsFragmentDoc, AuditPersonFieldsFragmentDoc],
);
