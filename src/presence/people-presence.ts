import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../bus/index.js';
import type { Actor } from '../caller/index.js';
import { InvalidInput } from '../errors/index.js';
import { membershipChangeOf } from '../log/index.js';
import { MembershipPeriods } from '../rooms/index.js';
import { closable, isId, Wakeup } from '../runtime/index.js';
import { OnlinePeople, watchIn } from './online-people.js';

/** As many faces as anybody has on a screen. */
export const MAX_WATCHED_PEOPLE = 200;
const BETWEEN_STATES_MILLISECONDS = 1000;

/** Who of those that somebody asked for is online, at one moment. */
export interface PeoplePresenceState {
  readonly onlineIds: readonly string[];
}

/** Who of the people on a screen is online: for each who looks those alone with whom they share a room. */
@Injectable()
export class PeoplePresence implements OnModuleInit {
  private readonly watchersOfRooms = new Map<string, Set<() => void>>();

  constructor(
    private readonly online: OnlinePeople,
    private readonly membershipPeriods: MembershipPeriods,
    private readonly bus: Bus,
  ) {}

  onModuleInit(): void {
    this.bus.listen((event) => {
      if (membershipChangeOf(event) === undefined) return;
      for (const changed of this.watchersOfRooms.get(event.subjectId) ?? []) changed();
    });
  }

  /** The state of now, then the state after each change, at most one a second. */
  presence({ userId }: Actor, asked: readonly string[]): AsyncGenerator<PeoplePresenceState, void, void> {
    if (asked.length > MAX_WATCHED_PEOPLE)
      throw new InvalidInput('userIds', `Ask for at most ${String(MAX_WATCHED_PEOPLE)} people at once.`);
    const userIds = [...new Set(asked.filter(isId))];
    return closable((closed) => this.watch(userId, userIds, closed));
  }

  private async *watch(
    userId: string,
    userIds: readonly string[],
    closed: AbortSignal,
  ): AsyncGenerator<PeoplePresenceState, void, void> {
    const wakeup = new Wakeup();
    const stale = { state: true, rooms: true };
    const stop = [
      this.online.watch(userIds, () => {
        stale.state = true;
        wakeup.wakeAll();
      }),
      watchIn(this.watchersOfRooms, [...new Set([userId, ...userIds])], () => {
        stale.state = stale.rooms = true;
        wakeup.wakeAll();
      }),
    ];
    let known: ReadonlySet<string> = new Set();
    let told: string | undefined;
    try {
      while (!closed.aborted) {
        if (!stale.state) {
          await wakeup.wait(closed);
          continue;
        }
        stale.state = false;
        if (stale.rooms) {
          stale.rooms = false;
          known = await this.membershipPeriods.sharingARoomWith(userId, userIds);
        }
        const onlineIds = userIds.filter((id) => known.has(id) && this.online.isOnline(id));
        if (told !== onlineIds.join()) {
          told = onlineIds.join();
          yield { onlineIds };
        }
        await pauseUnless(closed);
      }
    } finally {
      for (const end of stop) end();
    }
  }
}

async function pauseUnless(closed: AbortSignal): Promise<void> {
  try {
    await pause(BETWEEN_STATES_MILLISECONDS, undefined, { signal: closed, ref: false });
  } catch {
    // Closed meanwhile: whoever waits looks at it next.
  }
}
