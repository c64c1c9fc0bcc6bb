import { type LoggedEvent, membershipChangeOf } from '../log/index.js';
import type { Membership } from '../rooms/index.js';
import type { Reader } from './reader.js';

/** A member who follows one room: sees all of it, until the stay in which they began to follow ends. */
export class RoomReader implements Reader {
  readonly interest = 'everything';

  constructor(private readonly stay: Pick<Membership, 'userId' | 'joinedPosition'>) {}

  standAt(): Promise<void> {
    return Promise.resolve();
  }

  sees(): boolean {
    return true;
  }

  movePast(): void {
    // It sees whatever comes.
  }

  endsWith(event: LoggedEvent): boolean {
    const isOwn = event.subjectId === this.stay.userId && event.position > this.stay.joinedPosition;
    return isOwn && membershipChangeOf(event) === 'ends';
  }
}
