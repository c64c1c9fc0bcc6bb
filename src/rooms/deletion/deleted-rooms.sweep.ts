import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { EventLog } from '../../log/index.js';
import { BackgroundWork, type UntilDone } from '../../reactors/index.js';
import { Clock } from '../../runtime/index.js';
import { REMOVE_BANS_OF_ROOM } from '../bans/bans.queries.js';
import { DeletedRooms } from './deleted-rooms.js';
import { NOTE_REMOVED, REMOVE_STAYS, RESET_COUNTERS, ROOMS_TO_REMOVE, SOME_STAYS } from './deletion.queries.js';
import { RoomRemains } from './room-remains.js';

const STAYS_AT_ONCE = 200;
const EVENTS_AT_ONCE = 500;

/** Removes what is stored for deleted rooms, in pieces. Which rooms are to be removed is in the database. */
@Injectable()
export class DeletedRoomsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new BackgroundWork('deleted rooms', (untilDone) => this.sweepAll(untilDone));

  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly deleted: DeletedRooms,
    private readonly remains: RoomRemains,
    private readonly clock: Clock,
  ) {}

  /** There may be a room to remove. */
  wake(): void {
    this.work.wake();
  }

  /** Resolves once nothing is left to remove. */
  isDone(): Promise<void> {
    return this.work.isDone();
  }

  /** Before anything is served: nobody is to meet an event of these rooms. */
  async onApplicationBootstrap(): Promise<void> {
    for (const roomId of await this.left()) this.deleted.add(roomId);
    this.wake();
  }

  /** Before the database closes. */
  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  private async sweepAll(untilDone: UntilDone): Promise<void> {
    for (const roomId of await this.left()) await this.sweep(roomId, untilDone);
  }

  private async left(): Promise<string[]> {
    return (await this.database.rows<{ roomId: string }>(ROOMS_TO_REMOVE, [])).map(({ roomId }) => roomId);
  }

  private async sweep(roomId: string, untilDone: UntilDone): Promise<void> {
    const steps = [...this.remains.ofRooms, this.removeStays, this.removeEvents];
    for (const removeSome of steps) if (!(await untilDone(() => removeSome(roomId)))) return;
    await this.database.write({ rooms: [roomId] }, async (tx) => {
      await tx.rows(REMOVE_BANS_OF_ROOM, [roomId]);
      await tx.rows(RESET_COUNTERS, [roomId]);
      await tx.rows(NOTE_REMOVED, [this.clock.now().getTime(), roomId]);
    });
  }

  private readonly removeStays = async (roomId: string): Promise<boolean> =>
    this.database.write({ rooms: [roomId] }, async (tx) => {
      const ids = (await tx.rows<{ id: string }>(SOME_STAYS, [roomId, STAYS_AT_ONCE])).map(({ id }) => id);
      if (ids.length === 0) return false;
      for (const remove of this.remains.ofStays) await remove(tx, ids);
      await tx.rows(REMOVE_STAYS, [ids]);
      return true;
    });

  private readonly removeEvents = async (roomId: string): Promise<boolean> =>
    this.database.write({ rooms: [roomId] }, (tx) => this.log.removeSomeOf(tx, roomId, EVENTS_AT_ONCE));
}
