import { isForToken } from '../bots/index.js';
import type { Actor, BotGrant } from '../caller/index.js';
import type { LoggedEvent, LogPosition } from '../log/index.js';
import type { Interest, Reader } from './reader.js';

/** What somebody sees of a feed: people all of it, bots what is for their token. */
export function cutFor({ bot }: Actor, reader: Reader): Reader {
  return bot ? new BotReader(bot, reader) : reader;
}

/** A bot sees what any member sees, as far as it is for its token. */
class BotReader implements Reader {
  constructor(
    private readonly bot: BotGrant,
    private readonly member: Reader,
  ) {}

  get interest(): Interest {
    return this.member.interest;
  }

  standAt(place: LogPosition): Promise<void> {
    return this.member.standAt(place);
  }

  sees(event: LoggedEvent): boolean {
    return isForToken(this.bot, event) && this.member.sees(event);
  }

  movePast(event: LoggedEvent): void {
    this.member.movePast(event);
  }

  endsWith(event: LoggedEvent): boolean {
    return this.member.endsWith(event);
  }
}
