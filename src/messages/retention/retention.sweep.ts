import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Bus } from '../../bus/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { isOneOf } from '../../log/index.js';
import { BackgroundWork, type UntilDone } from '../../reactors/index.js';
import { RoomChanged } from '../../rooms/index.js';
import { daysKept } from '../../rules/index.js';
import { Clock } from '../../runtime/index.js';
import { MessageErasure } from '../message-erasure.js';
import { type Expiry, oldInRoom, oldInThreads, type OldMessages } from './old-messages.js';
import { ROOMS_WITH_RETENTION } from './retention.queries.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/**
 * Deletes messages that are older than their room or the server keeps them: at the start, every hour, and when somebody says that they are kept for less.
 * Numbers and times go up together, so what is too old is the beginning of each timeline, and each knows how far its own is gone.
 */
@Injectable()
export class RetentionSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new BackgroundWork('retention', (untilDone) => this.sweepAll(untilDone));

  constructor(
    private readonly database: Database,
    private readonly erasure: MessageErasure,
    private readonly bus: Bus,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Something may have become too old. */
  wake(): void {
    this.work.wake();
  }

  /** Resolves once nothing is too old. */
  isDone(): Promise<void> {
    return this.work.isDone();
  }

  onApplicationBootstrap(): void {
    this.work.wakeEveryHour();
    this.bus.listen((event) => {
      if (isOneOf(event, [RoomChanged])) this.wake();
    });
  }

  /** Before the database closes. */
  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  private async sweepAll(untilDone: UntilDone): Promise<void> {
    for (const expiry of await this.expiries())
      for (const timelines of [oldInRoom, oldInThreads])
        if (!(await untilDone(() => this.eraseSome(timelines, expiry)))) return;
  }

  private async expiries(): Promise<Expiry[]> {
    const { messagesKeptDays } = this.settings;
    const limited = messagesKeptDays === null ? 0 : 1;
    const rows = await this.database.rows<{ roomId: string; keepDays: number | null }>(ROOMS_WITH_RETENTION, [limited]);
    const now = this.clock.now().getTime();
    return rows.flatMap(({ roomId, keepDays }) => {
      const days = daysKept(keepDays, messagesKeptDays);
      return days === null ? [] : [{ roomId, before: new Date(now - days * DAY) }];
    });
  }

  /** Also what was deleted before is gone past. */
  private async eraseSome(timelines: OldMessages, expiry: Expiry): Promise<boolean> {
    if ((await timelines.find(this.database, expiry)).length === 0) return false;
    return this.database.write(
      async (where) => {
        const ids = (await timelines.find(where, expiry)).map(({ id }) => id);
        const { rooms = [], ...held } = await this.erasure.locksOf(where, ids);
        return { ...held, rooms: [...rooms, expiry.roomId] };
      },
      async (tx) => {
        const old = await timelines.find(tx, expiry);
        await this.erasure.eraseSome(
          tx,
          old.map(({ id }) => id),
          { actorId: null },
        );
        const reached = new Map(old.map(({ timelineId, number }) => [timelineId, number]));
        for (const [timelineId, number] of reached) await timelines.note(tx, timelineId, number);
        return old.length > 0;
      },
    );
  }
}
