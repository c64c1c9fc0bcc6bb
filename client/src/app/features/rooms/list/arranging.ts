import { inject, Injectable } from '@angular/core';
import type { RoomArrangement, RoomOrder } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';
import { withArrangement } from '../../../feed/arrangement';
import { ChatStateStore } from '../../../feed/chat-state.store';
import { sleep, uptime } from '../../../shared/time/timer';
import { ArrangementRequests } from './data/arrangement-requests';
import type { ArrangementChange } from './arrangement-change';
import { withoutSection, withRoomsMoved, withSectionPlaced } from './arrangement-changes';
import { ArrangementStore } from './arrangement.store';

/** A key that is held down moves a room thirty times a second: the server hears of it less often. */
const MIN_MILLISECONDS_BETWEEN_PLACES = 600;

/** A room that goes to a place of its group, as long as no request has told the server. */
interface WaitingPlace {
  readonly roomId: string;
  /** What has to stand at the top of the group for it. */
  top: readonly string[];
  outcome: Promise<Outcome<unknown>>;
  readonly change: ArrangementChange;
}

/** Tells the server how the viewer arranges their list. Each change shows at once, and is taken back where it fails. */
@Injectable({ providedIn: 'root' })
export class Arranging {
  private readonly arrangements = inject(ArrangementStore);
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(ArrangementRequests);

  private last: Promise<unknown> = Promise.resolve();
  private waiting: WaitingPlace | null = null;
  private placedAt = -MIN_MILLISECONDS_BETWEEN_PLACES;

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

  /** To a place of its group: given is what stands at the top then. Of places of one room that wait for their turn the last one is all that counts. */
  placeRoom(roomId: string, top: readonly string[]): Promise<Outcome<unknown>> {
    if (this.waiting?.roomId === roomId) {
      this.waiting.top = top;
      this.arrangements.show(this.waiting.change);
      return this.waiting.outcome;
    }
    const place: WaitingPlace = {
      ...{ roomId, top, outcome: Promise.resolve(done(null)) },
      change: (arrangement) => withRoomsMoved(place.top, undefined)(arrangement),
    };
    place.outcome = this.change(place.change, () => this.tellPlace(place));
    this.waiting = place;
    return place.outcome;
  }

  /** Puts rooms at the top of their section, in this order; or of another one, where it is named. Null is none. */
  moveRooms(roomIds: readonly string[], sectionId?: string | null): Promise<Outcome<unknown>> {
    return this.change(withRoomsMoved(roomIds, sectionId), () =>
      this.requests.moveRooms({ roomIds: [...roomIds], ...(sectionId !== undefined && { sectionId }) }),
    );
  }

  private async tellPlace(place: WaitingPlace): Promise<Outcome<RoomArrangement>> {
    await sleep(this.placedAt + MIN_MILLISECONDS_BETWEEN_PLACES - uptime());
    if (this.waiting === place) this.waiting = null;
    this.placedAt = uptime();
    return this.requests.moveRooms({ roomIds: [...place.top] });
  }

  /** It shows at once. The requests go one after the other, so that the answer to an earlier one undoes nothing. */
  private async change(
    change: ArrangementChange,
    request: () => Promise<Outcome<RoomArrangement>>,
  ): Promise<Outcome<unknown>> {
    // A place that waits was chosen before this: it goes as it is.
    this.waiting = null;
    this.arrangements.show(change);
    const answered = this.last.then(() => this.chat.read(request, withArrangement));
    this.last = answered.catch(() => undefined);
    try {
      return await answered;
    } finally {
      this.arrangements.forget(change);
    }
  }
}
