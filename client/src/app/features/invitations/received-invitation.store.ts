import { computed, inject, Injectable, signal } from '@angular/core';
import type { Outcome, Problem } from '../../core/graphql/problem';
import { withOpenRoom } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import { InvitationRequests, type ReceivedInvitation } from './data/invitation-requests';

interface Looked {
  readonly code: string;
  readonly invitation: ReceivedInvitation | null;
}

/** The invitation whose link somebody opened. */
@Injectable({ providedIn: 'root' })
export class ReceivedInvitationStore {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(InvitationRequests);

  private readonly looked = signal<Looked | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private wanted: string | null = null;

  /** Null where it is over, and as long as it is not known. */
  readonly invitation = computed(() => this.looked()?.invitation ?? null);
  readonly isOver = computed(() => this.looked()?.invitation === null);
  readonly problem = this.failure.asReadonly();

  async look(code: string): Promise<void> {
    this.wanted = code;
    if (this.looked()?.code !== code) this.looked.set(null);
    this.failure.set(null);
    const outcome = await this.requests.find(code);
    if (this.wanted !== code) return;
    if (outcome.ok) this.looked.set({ code, invitation: outcome.value });
    else this.failure.set(outcome.problem);
  }

  /** Looks only where it is another one than before. */
  async know(code: string): Promise<void> {
    if (this.wanted !== code) await this.look(code);
  }

  /** Gives the room that the viewer is in now; null where it leads to none. */
  accept(code: string): Promise<Outcome<{ readonly id: string } | null>> {
    return this.chat.read(
      () => this.requests.accept(code),
      (state, room) => (room ? withOpenRoom(state, room) : state),
    );
  }
}
