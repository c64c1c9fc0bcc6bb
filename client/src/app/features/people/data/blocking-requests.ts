import { inject, Injectable } from '@angular/core';
import { BlockedDocument, BlockUserDocument, UnblockUserDocument } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { Person } from '../../../core/graphql/model';
import { done, type Outcome, refused, signedOut } from '../../../core/graphql/problem';

export interface BlockedPage {
  readonly people: readonly Person[];
  /** Null where there are no more. */
  readonly endCursor: string | null;
}

@Injectable({ providedIn: 'root' })
export class BlockingRequests {
  private readonly graphql = inject(GraphQL);

  /** Whoever was blocked last first. */
  async blocked(after: string | null): Promise<Outcome<BlockedPage>> {
    const outcome = await this.graphql.query(BlockedDocument, { after });
    if (!outcome.ok) return outcome;
    if (!outcome.value.viewer) return refused(signedOut());
    const { nodes, pageInfo } = outcome.value.viewer.blockedUsers;
    return done({ people: nodes, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null });
  }

  setBlocked(userId: string, isBlocked: boolean): Promise<Outcome<unknown>> {
    const input = { userId };
    return isBlocked
      ? this.graphql.mutate(BlockUserDocument, { input })
      : this.graphql.mutate(UnblockUserDocument, { input });
  }
}
