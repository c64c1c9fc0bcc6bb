import type { LogPosition } from '../common/index.js';
import type { LoggedEvent } from '../events/index.js';
import type { Membership } from '../rooms/index.js';
import type { Reader } from './reader.js';

/** A member who follows one room: sees all of it, until the stay in which they began to follow ends. */
export class RoomReader implements Reader {
  constructor(
    private readonly after: (position: number, limit: number) => Promise<readonly LoggedEvent[]>,
    private readonly stay: Pick<Membership, 'userId' | 'joinedPosition'>,
  ) {}

  readAfter({ position }: LogPosition, limit: number): Promise<readonly LoggedEvent[]> {
    return this.after(position, limit);
  }

  standAt(): Promise<void> {
    return Promise.resolve();
  }

  maySee(): boolean {
    return true;
  }

  sees(): boolean {
    return true;
  }

  endsWith({ type, subjectId, position }: LoggedEvent): boolean {
    return type === 'MemberLeft' && subjectId === this.stay.userId && position > this.stay.joinedPosition;
  }
}
