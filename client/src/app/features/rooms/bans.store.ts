import { inject, Injectable, signal } from '@angular/core';
import type { RoomBan } from '../../core/graphql/model';
import { done, type Outcome } from '../../core/graphql/problem';
import { BanRequests } from './data/ban-requests';

/** Who is banned from a room, as it was when one looked. One for each place that shows it. */
@Injectable()
export class BansStore {
  private readonly requests = inject(BanRequests);
  private readonly list = signal<readonly RoomBan[] | null>(null);
  private readonly next = signal<string | null>(null);

  /** Null until they are read. */
  readonly bans = this.list.asReadonly();
  readonly hasMore = this.next.asReadonly();

  async read(roomId: string): Promise<Outcome<unknown>> {
    const outcome = await this.requests.page(roomId, this.next());
    if (!outcome.ok) return outcome;
    const known = new Set(this.list()?.map(({ user }) => user.id));
    const added = outcome.value.bans.filter(({ user }) => !known.has(user.id));
    this.list.update((bans) => [...(bans ?? []), ...added]);
    this.next.set(outcome.value.endCursor);
    return done(null);
  }

  async unban(roomId: string, userId: string): Promise<Outcome<unknown>> {
    const outcome = await this.requests.unban(roomId, userId);
    if (outcome.ok) this.list.update((bans) => bans?.filter(({ user }) => user.id !== userId) ?? null);
    return outcome;
  }
}
