import { Injectable, type Type } from '@nestjs/common';
import { Clock } from '../runtime/index.js';
import type { Transaction } from '../database/index.js';
import { EventLog } from './event-log.js';
import type { HouseEventType, PersonalEventType } from './event.type.js';
import type { Particulars } from './logged-event.entity.js';

interface About {
  readonly actorId: string | null;
  readonly subjectId: string;
}

/** What is to be written down of a kind of event: with its particulars, where the kind has some. */
type New<Kind> = About &
  (Kind extends { readonly particulars: infer P extends Particulars } ? { readonly particulars: P } : unknown);

/** Writes down what is no room's, in the transaction in which it happens. What happens in a room is for the journal of rooms. */
@Injectable()
export class Journal {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Something that concerns one person alone. */
  async ofPerson<Kind extends PersonalEventType>(
    tx: Transaction,
    kind: Type<Kind>,
    personId: string,
    about: New<Kind>,
  ): Promise<void> {
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
