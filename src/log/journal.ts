import { Injectable, type Type } from '@nestjs/common';
import { Clock } from '../runtime/index.js';
import type { Transaction } from '../database/index.js';
import { EventLog } from './event-log.js';
import type { HouseEventType, PersonalEventType } from './event.type.js';

interface About {
  readonly actorId: string | null;
  readonly subjectId: string;
}

/** Writes down what is no room's, in the transaction in which it happens. What happens in a room is for the journal of rooms. */
@Injectable()
export class Journal {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Something that concerns one person alone. */
  async ofPerson(tx: Transaction, kind: Type<PersonalEventType>, personId: string, about: About): Promise<void> {
    await this.append(tx, kind.name, { personId, ...about });
  }

  /** Something that everybody who is signed in may know. */
  async ofHouse(tx: Transaction, kind: Type<HouseEventType>, about: About): Promise<void> {
    await this.append(tx, kind.name, { personId: null, ...about });
  }

  private async append(tx: Transaction, type: string, event: About & { readonly personId: string | null }) {
    await this.log.append(tx, { type, roomId: null, seq: null, particulars: null, at: this.clock.now(), ...event });
  }
}
