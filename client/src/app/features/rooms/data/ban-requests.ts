import { inject, Injectable } from '@angular/core';
import {
  BanMemberDocument,
  type BanMemberInput,
  RoomBansDocument,
  UnbanMemberDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { Room, RoomBan } from '../../../core/graphql/model';
import { done, type Outcome, problem, refused } from '../../../core/graphql/problem';

export interface BanPage {
  readonly bans: readonly RoomBan[];
  /** Where the next page begins; null where there is none. */
  readonly endCursor: string | null;
}

@Injectable({ providedIn: 'root' })
export class BanRequests {
  private readonly graphql = inject(GraphQL);

  async page(roomId: string, after: string | null): Promise<Outcome<BanPage>> {
    const outcome = await this.graphql.query(RoomBansDocument, { roomId, after });
    if (!outcome.ok) return outcome;
    const page = outcome.value.room?.bans;
    if (!page) return refused(problem('FORBIDDEN', $localize`Only the owner and moderators can see who is banned.`));
    return done({ bans: page.nodes, endCursor: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null });
  }

  async ban(input: BanMemberInput): Promise<Outcome<Room>> {
    const outcome = await this.graphql.mutate(BanMemberDocument, { input });
    return outcome.ok ? done(outcome.value.banMember.room) : outcome;
  }

  async unban(roomId: string, userId: string): Promise<Outcome<unknown>> {
    return this.graphql.mutate(UnbanMemberDocument, { input: { roomId, userId } });
  }
}
