import type { LoggedEvent } from '../log/index.js';
import type { Membership } from '../rooms/index.js';
import type { Reader } from './reader.js';

/** A member who follows one room: sees all of it, until the stay in which they began to follow ends. */
export class RoomReader implements Reader {
  constructor(private readonly stay: Pick<Membership, 'userId' | 'joinedPosition'>) {}

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
