import { Inject, Injectable } from '@nestjs/common';
import { isForThoseWhoShareARoom, type LoggedEvent, placeOf } from '../log/index.js';
import { MembershipPeriods } from '../rooms/index.js';

/**
 * Of an event that is for those who share a room with its subject: in which rooms that one was seen when it happened. It is found once for an event,
 * however many follow, and before anybody is asked whether they see it.
 */
@Injectable()
export class RoomsOfSubject {
  private readonly rooms = new WeakMap<LoggedEvent, ReadonlySet<string>>();

  constructor(
    @Inject(MembershipPeriods) private readonly membershipPeriods: Pick<MembershipPeriods, 'roomsShowingAt'>,
  ) {}

  async find(events: readonly LoggedEvent[]): Promise<void> {
    const unknown = events.filter((event) => isForThoseWhoShareARoom(event) && !this.rooms.has(event));
    await Promise.all(
      unknown.map(async (event) => {
        this.rooms.set(event, await this.membershipPeriods.roomsShowingAt(event.subjectId, placeOf(event)));
      }),
    );
  }

  /** Undefined where the event is for everybody whom it would be for anyway. */
  of = (event: LoggedEvent): ReadonlySet<string> | undefined => {
    const rooms = this.rooms.get(event);
    if (!rooms && isForThoseWhoShareARoom(event))
      throw new Error(`Nobody has found out whom an event is for: ${event.type} ${event.id}.`);
    return rooms;
  };
}
