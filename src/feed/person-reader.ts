import type { LogPosition } from '../common/index.js';
import type { LoggedEvent } from '../log/index.js';
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

  maySee({ roomId, type, subjectId }: LoggedEvent): boolean {
    return this.rooms.has(roomId) || (type === 'MemberJoined' && subjectId === this.userId);
  }

  sees({ roomId, type, subjectId }: LoggedEvent): boolean {
    const own = subjectId === this.userId;
    if (own && type === 'MemberJoined') this.rooms.add(roomId);
    const sees = this.rooms.has(roomId);
    if (own && type === 'MemberLeft') this.rooms.delete(roomId);
    return sees;
  }

  endsWith(): boolean {
    return false;
  }
}
