import { inject, Injectable } from '@angular/core';
import {
  AdministrationDocument,
  type AuditEntryFieldsFragment,
  type AuditPageFieldsFragment,
  MoreAuditLogDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

export type AuditEntry = AuditEntryFieldsFragment;
export type AuditPage = AuditPageFieldsFragment;

export interface FirstAuditPage {
  readonly page: AuditPage;
  /** By id: the rooms that the administrator may see. Entries name rooms by their id alone. */
  readonly roomNames: ReadonlyMap<string, string>;
}

@Injectable({ providedIn: 'root' })
export class AdministrationRequests {
  private readonly graphql = inject(GraphQL);

  /** The whole page, in one request. */
  async newest(): Promise<Outcome<FirstAuditPage>> {
    const outcome = await this.graphql.query(AdministrationDocument, {});
    if (!outcome.ok) return outcome;
    const { auditLog, rooms } = outcome.value;
    return done({ page: auditLog, roomNames: new Map(rooms.nodes.map(({ id, name }) => [id, name])) });
  }

  async after(cursor: string): Promise<Outcome<AuditPage>> {
    const outcome = await this.graphql.query(MoreAuditLogDocument, { after: cursor });
    return outcome.ok ? done(outcome.value.auditLog) : outcome;
  }
}
