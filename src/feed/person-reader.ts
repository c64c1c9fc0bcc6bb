import type { LogPosition } from '../common/index.js';
import { kindOf, type LoggedEvent } from '../log/index.js';
import type { Stays } from '../rooms/index.js';
import type { Reader } from './reader.js';

/** Somebody who follows all their rooms: sees of each what happens from their coming to their going, both included. */
export class PersonReader implements Reader {
  private rooms = new Set<string>();

  constructor(
    private readonly stays: Stays,
    private readonly userId: string,
  ) {}

  async standAt(place: LogPosition): Promise<void> {
    this.rooms = await this.stays.roomsAt(this.userId, place);
  }

  sees(event: LoggedEvent): boolean {
    return this.rooms.has(event.roomId) || this.ownMembership(event) === 'begins';
  }

  movePast(event: LoggedEvent): void {
    const membership = this.ownMembership(event);
    if (membership === 'begins') this.rooms.add(event.roomId);
    if (membership === 'ends') this.rooms.delete(event.roomId);
  }

  endsWith(): boolean {
    return false;
  }

  private ownMembership(event: LoggedEvent): 'begins' | 'ends' | undefined {
    return event.subjectId === this.userId ? kindOf(event).membership : undefined;
  }
}
