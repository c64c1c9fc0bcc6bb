import { computed, inject, Injectable, signal } from '@angular/core';
import type { Outcome, Problem } from '../../core/graphql/problem';
import {
  type GivenInvitation,
  InvitationRequests,
  type RoomInvitation,
  type RoomInvitationPage,
} from './data/invitation-requests';

interface Found {
  readonly toServer: readonly GivenInvitation[];
  readonly toRooms: readonly RoomInvitation[];
  /** Where those into rooms go on; null where they do not. */
  readonly next: string | null;
}

/** The invitations of everybody, for administrators, as long as the page is open. */
@Injectable()
export class AllInvitationsStore {
  private readonly requests = inject(InvitationRequests);

  private readonly found = signal<Found | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly working = signal(false);

  readonly problem = this.failure.asReadonly();
  readonly busy = this.working.asReadonly();
  readonly isLoaded = computed(() => this.found() !== null);
  readonly toServer = computed(() => this.found()?.toServer ?? []);
  readonly toRooms = computed(() => this.found()?.toRooms ?? []);
  readonly hasMore = computed(() => this.found()?.next != null);

  async load(): Promise<void> {
    await this.work(
      () => this.requests.all(),
      ({ serverInvitations: toServer, invitationsToRooms: page }) => {
        this.found.set({ toServer, toRooms: page.nodes, next: nextOf(page) });
      },
    );
  }

  async more(): Promise<void> {
    const before = this.found();
    const next = before?.next;
    if (!before || next == null) return;
    await this.work(
      () => this.requests.moreToRooms(next),
      (page) => {
        this.found.set({ ...before, toRooms: [...before.toRooms, ...page.nodes], next: nextOf(page) });
      },
    );
  }

  /** One into a room. */
  revoke({ id }: RoomInvitation): Promise<boolean> {
    return this.work(
      () => this.requests.revoke(id),
      () => {
        this.found.update((found) => found && { ...found, toRooms: found.toRooms.filter((one) => one.id !== id) });
      },
    );
  }

  private async work<T>(ask: () => Promise<Outcome<T>>, apply: (value: T) => void): Promise<boolean> {
    if (this.working()) return false;
    this.working.set(true);
    this.failure.set(null);
    const outcome = await ask();
    this.working.set(false);
    if (outcome.ok) apply(outcome.value);
    else this.failure.set(outcome.problem);
    return outcome.ok;
  }
}

function nextOf({ pageInfo }: RoomInvitationPage): string | null {
  return pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
}
