import { computed, inject, Injectable, signal } from '@angular/core';
import type { Outcome, Problem } from '../../core/graphql/problem';
import { ServerClock } from '../../shared/time/server-clock';
import { type GivenInvitation, InvitationRequests } from './data/invitation-requests';
import { type InvitationChoice, inputOf } from './invitation-choice';

/** The invitations into a room, or, without one, to the server: each dialog and page has its own. */
@Injectable()
export class GivenInvitationsStore {
  private readonly clock = inject(ServerClock);
  private readonly requests = inject(InvitationRequests);

  private readonly found = signal<readonly GivenInvitation[] | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly working = signal(false);
  private roomId: string | null = null;

  readonly invitations = this.found.asReadonly();
  readonly problem = this.failure.asReadonly();
  readonly busy = this.working.asReadonly();
  readonly isLoaded = computed(() => this.found() !== null);

  async load(roomId: string | null): Promise<void> {
    this.roomId = roomId;
    await this.work(
      () => this.requests.given(roomId),
      (_, given) => given,
    );
  }

  /** Where they were read with something else. */
  begin(roomId: string | null, given: readonly GivenInvitation[]): void {
    this.roomId = roomId;
    this.found.set(given);
  }

  create(choice: InvitationChoice): Promise<boolean> {
    const input = { ...inputOf(choice, this.clock.now()), roomId: this.roomId };
    return this.work(
      () => this.requests.create(input),
      (before, made) => [made, ...before],
    );
  }

  revoke({ id }: GivenInvitation): Promise<boolean> {
    return this.work(
      () => this.requests.revoke(id),
      (before) => before.filter((invitation) => invitation.id !== id),
    );
  }

  private async work<T>(
    ask: () => Promise<Outcome<T>>,
    apply: (before: readonly GivenInvitation[], value: T) => readonly GivenInvitation[],
  ): Promise<boolean> {
    if (this.working()) return false;
    this.working.set(true);
    this.failure.set(null);
    const outcome = await ask();
    this.working.set(false);
    if (outcome.ok) this.found.update((before) => apply(before ?? [], outcome.value));
    else this.failure.set(outcome.problem);
    return outcome.ok;
  }
}
