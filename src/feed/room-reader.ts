import type { LogPosition } from '../common/index.js';
import type { EventLog, LoggedEvent } from '../events/index.js';
import type { Membership } from '../rooms/index.js';
import type { FeedStep } from './feed-step.js';
import type { Reader } from './reader.js';

/** A member who follows one room: sees all of it, until the stay in which they began to follow ends. */
export class RoomReader implements Reader {
  constructor(
    private readonly log: EventLog,
    private readonly stay: Membership,
  ) {}

  readAfter({ position }: LogPosition, limit: number): Promise<LoggedEvent[]> {
    return this.log.ofRoomAfter(this.stay.roomId, position, limit);
  }

  standAt(): Promise<void> {
    return Promise.resolve();
  }

  sees(): boolean {
    return true;
  }

  endsWith({ event }: FeedStep): boolean {
    return (
      event?.type === 'MemberLeft' && event.subjectId === this.stay.userId && event.position > this.stay.joinedPosition
    );
  }
}
