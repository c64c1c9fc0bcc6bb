import { inject, Injectable } from '@angular/core';
import { FollowedThreadsDocument } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome, refused, signedOut } from '../../../core/graphql/problem';
import type { FollowedPage } from '../../../feed/followed-reads';

@Injectable({ providedIn: 'root' })
export class FollowedRequests {
  private readonly graphql = inject(GraphQL);

  async page(after: string | null): Promise<Outcome<FollowedPage>> {
    const outcome = await this.graphql.query(FollowedThreadsDocument, { after, isFirst: after === null });
    if (!outcome.ok) return outcome;
    const { viewer } = outcome.value;
    return viewer ? done({ ...viewer.threads, unread: viewer.unread?.nodes ?? [] }) : refused(signedOut());
  }
}
