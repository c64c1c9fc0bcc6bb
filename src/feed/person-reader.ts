import { departureIn, isOfRoom, type LoggedEvent, type LogPosition, membershipChangeOf } from '../log/index.js';
import type { DeletedRooms, MembershipPeriods } from '../rooms/index.js';
import type { PersonalInterest, Reader } from './reader.js';
import type { RoomsOfSubject } from './rooms-of-subject.js';

/**
 * Somebody who follows all that concerns them: of each of their rooms what happens from their coming to their going, both
 * included; what is their own; and what the house tells everybody, or those who share a room with whom it is about. Of a room that was deleted nothing.
 */
export class PersonReader implements Reader {
  private rooms = new Set<string>();

  constructor(
    private readonly membershipPeriods: Pick<MembershipPeriods, 'roomsAt'>,
    private readonly deletedRooms: Pick<DeletedRooms, 'has'>,
    private readonly roomsOfSubject: Pick<RoomsOfSubject, 'of'>,
    private readonly userId: string,
  ) {}

  get interest(): PersonalInterest {
    return { userId: this.userId, rooms: this.rooms };
  }

  async standAt(place: LogPosition): Promise<void> {
    this.rooms = await this.membershipPeriods.roomsAt(this.userId, place);
  }

  sees(event: LoggedEvent): boolean {
    // What is kept of the log in memory knows nothing of what came later.
    if (isOfRoom(event) && this.deletedRooms.has(event.roomId)) return false;
    if (isOfRoom(event)) return this.rooms.has(event.roomId) || this.changeOfOwn(event) === 'begins';
    return event.personId === null ? this.isToldByHouse(event) : event.personId === this.userId;
  }

  movePast(event: LoggedEvent): void {
    if (!isOfRoom(event)) {
      this.movePastDeletion(event);
      return;
    }
    const change = this.changeOfOwn(event);
    if (change === 'begins') this.rooms.add(event.roomId);
    if (change === 'ends') this.rooms.delete(event.roomId);
  }

  endsWith(): boolean {
    return false;
  }

  private movePastDeletion(event: LoggedEvent): void {
    const departure = departureIn(event);
    if (departure?.userId === this.userId) this.rooms.delete(departure.roomId);
  }

  private isToldByHouse(event: LoggedEvent): boolean {
    const rooms = this.roomsOfSubject.of(event);
    return !rooms || event.subjectId === this.userId || this.isInOneOf(rooms);
  }

  private isInOneOf(rooms: ReadonlySet<string>): boolean {
    // Somebody may be in thousands, and most are in a few.
    const [few, many] = rooms.size < this.rooms.size ? [rooms, this.rooms] : [this.rooms, rooms];
    for (const roomId of few) if (many.has(roomId)) return true;
    return false;
  }

  private changeOfOwn(event: LoggedEvent): 'begins' | 'ends' | undefined {
    return event.subjectId === this.userId ? membershipChangeOf(event) : undefined;
  }
}
