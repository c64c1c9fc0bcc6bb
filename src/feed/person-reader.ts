import type { LogPosition } from '../common/index.js';
import type { LoggedEvent } from '../events/index.js';
import type { Stays } from '../rooms/index.js';
import type { FeedStep } from './feed-step.js';
import type { Reader } from './reader.js';

/** Somebody who follows all their rooms: sees of each what happens from their coming to their going, both included. */
export class PersonReader implements Reader {
  private rooms = new Set<string>();

  constructor(
    private readonly stays: Stays,
    private readonly userId: string,
  ) {}

  readAfter(place: LogPosition, limit: number): Promise<LoggedEvent[]> {
    return this.stays.eventsDuring(this.userId, place, limit);
  }

  async standAt(place: LogPosition): Promise<void> {
    this.rooms = await this.stays.roomsAt(this.userId, place);
  }

  sees({ event }: FeedStep): boolean {
    if (!event) return false;
    const own = event.subjectId === this.userId;
    if (own && event.type === 'MemberJoined') this.rooms.add(event.roomId);
    const sees = this.rooms.has(event.roomId);
    if (own && event.type === 'MemberLeft') this.rooms.delete(event.roomId);
    return sees;
  }

  endsWith(): boolean {
    return false;
  }
}
