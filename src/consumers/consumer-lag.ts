import { Injectable } from '@nestjs/common';
import { isForToken } from '../bots/index.js';
import type { Actor } from '../caller/index.js';
import { EventLog, type LogPosition, placeOf } from '../log/index.js';
import { Mentioned } from '../mentions/index.js';
import { MembershipPeriods } from '../rooms/index.js';
import { Semaphore } from '../runtime/index.js';
import type { KeptFilter } from './consumer.entity.js';
import { WantedEvents } from './wanted-events.js';

export const MAX_LAG = 10_000;
/** Events of the whole log: a filter that matches nothing would have all of it looked through. */
export const MAX_LOOKED_AT = 100_000;
const AT_ONCE = 2000;

/** Whose feed it is, where in it, and what of it is wanted. */
interface PlaceInFeed {
  readonly userId: string;
  readonly position: number;
  readonly filter: KeptFilter;
}

/** Counts how far consumers are behind. */
@Injectable()
export class ConsumerLag {
  /** One is counted at a time, so that other work of the server gets its turn. */
  private readonly door = new Semaphore(1);

  constructor(
    private readonly membershipPeriods: MembershipPeriods,
    private readonly mentioned: Mentioned,
    private readonly log: EventLog,
  ) {}

  /** How many events between the place of a consumer and now pass its filter, and may be seen by whoever asks. */
  of(actor: Actor, consumer: PlaceInFeed): Promise<number> {
    return this.door.pass(() => this.count(actor, consumer));
  }

  private async count({ bot }: Actor, { userId, position, filter }: PlaceInFeed): Promise<number> {
    const wanted = new WantedEvents(filter, userId, this.mentioned);
    const end = Math.min(this.log.head().position, position + MAX_LOOKED_AT);
    let lag = 0;
    for (let place: LogPosition = { position, eventId: '' }; lag < MAX_LAG;) {
      const events = await this.membershipPeriods.eventsFor(userId, place, AT_ONCE, end);
      lag += (await wanted.among(bot ? events.filter((event) => isForToken(bot, event)) : events)).length;
      const last = events.at(-1);
      if (!last || events.length < AT_ONCE) break;
      place = placeOf(last);
    }
    return Math.min(lag, MAX_LAG);
  }
}
