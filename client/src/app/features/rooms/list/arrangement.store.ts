import { computed, inject, Injectable, signal } from '@angular/core';
import type { RoomArrangement, RoomOrder } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';
import { NOT_ARRANGED, withArrangement } from '../../../feed/arrangement';
import { ChatStateStore } from '../../../feed/chat-state.store';
import { ArrangementRequests } from './data/arrangement-requests';
import { type ArrangementChange, withoutSection, withRoomsMoved, withSectionPlaced } from './arrangement-changes';

/** How the viewer arranged their list of rooms, on all their devices: what the server knows, with what is on its way to it. */
@Injectable({ providedIn: 'root' })
export class ArrangementStore {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(ArrangementRequests);

  private readonly underway = signal<readonly ArrangementChange[]>([]);
  private last: Promise<unknown> = Promise.resolve();
  private readonly known = computed(() => this.chat.state()?.arrangement ?? NOT_ARRANGED);

  readonly arrangement = computed(() =>
    this.underway().reduce((arrangement, change) => change(arrangement), this.known()),
  );
  readonly order = computed(() => this.arrangement().order);
  readonly sections = computed(() => this.arrangement().sections);

  setOrder(order: RoomOrder): Promise<Outcome<unknown>> {
    return this.change(
      (arrangement) => ({ ...arrangement, order }),
      () => this.requests.setOrder(order),
    );
  }

  /** Gives its id. One that has this name already is taken instead. */
  async createSection(name: string): Promise<Outcome<string>> {
    const outcome = await this.chat.read(
      () => this.requests.createSection(name),
      (state, { arrangement }) => withArrangement(state, arrangement),
    );
    return outcome.ok ? done(outcome.value.sectionId) : outcome;
  }

  renameSection(sectionId: string, name: string): Promise<Outcome<unknown>> {
    return this.change(
      (arrangement) => arrangement,
      () => this.requests.updateSection({ sectionId, name }),
    );
  }

  placeSection(sectionId: string, place: number): Promise<Outcome<unknown>> {
    return this.change(withSectionPlaced(sectionId, place), () => this.requests.updateSection({ sectionId, place }));
  }

  deleteSection(sectionId: string): Promise<Outcome<unknown>> {
    return this.change(withoutSection(sectionId), () => this.requests.deleteSection(sectionId));
  }

  /** Puts rooms at the top of their section, in this order; or of another one, where it is named. Null is none. */
  moveRooms(roomIds: readonly string[], sectionId?: string | null): Promise<Outcome<unknown>> {
    return this.change(withRoomsMoved(roomIds, sectionId), () =>
      this.requests.moveRooms({ roomIds: [...roomIds], ...(sectionId !== undefined && { sectionId }) }),
    );
  }

  /** It shows at once. The requests go one after the other, so that the answer to an earlier one undoes nothing. */
  private async change(
    change: ArrangementChange,
    request: () => Promise<Outcome<RoomArrangement>>,
  ): Promise<Outcome<unknown>> {
    this.underway.update((changes) => [...changes, change]);
    const answered = this.last.then(() => this.chat.read(request, withArrangement));
    this.last = answered.catch(() => undefined);
    try {
      return await answered;
    } finally {
      this.underway.update((changes) => changes.filter((other) => other !== change));
    }
  }
}
