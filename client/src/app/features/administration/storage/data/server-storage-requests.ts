import { inject, Injectable } from '@angular/core';
import { ServerStorageDocument, type ServerStorageQuery } from '../../../../core/graphql/generated';
import { GraphQL } from '../../../../core/graphql/graphql';
import { done, type Outcome } from '../../../../core/graphql/problem';

export type StorageReport = ServerStorageQuery['serverStorage'];

@Injectable({ providedIn: 'root' })
export class ServerStorageRequests {
  private readonly graphql = inject(GraphQL);

  async report(): Promise<Outcome<StorageReport>> {
    const outcome = await this.graphql.query(ServerStorageDocument, {});
    return outcome.ok ? done(outcome.value.serverStorage) : outcome;
  }
}
