import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { EventLog } from '../../log/index.js';
import { Clock } from '../../runtime/index.js';
import { REMOVE_BANS_OF_ROOM } from '../bans/bans.queries.js';
import { DeletedRooms } from './deleted-rooms.js';
import { NOTE_REMOVED, REMOVE_STAYS, RESET_COUNTERS, ROOMS_TO_REMOVE, SOME_STAYS } from './deletion.queries.js';
import { RoomRemains } from './room-remains.js';

const STAYS_AT_ONCE = 200;
const EVENTS_AT_ONCE = 500;
const MIN_PAUSE_MILLISECONDS = 2;
const PAUSE_AFTER_FAULT_MILLISECONDS = 60_000;

/**
 * Removes what is stored for deleted rooms: piece by piece, each in a change that is over in milliseconds, and between two of them others have at least
 * as much time. Which rooms are to be removed is in the database: whoever is killed in between goes on at the next start.
 */
@Injectable()
export class DeletedRoomsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('rooms');
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private isAsked = false;

  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly deleted: DeletedRooms,
    private readonly remains: RoomRemains,
    private readonly clock: Clock,
  ) {}

  /** There may be a room to remove. */
  wake(): void {
    this.isAsked = true;
    if (!this.stopping.signal.aborted) this.running ??= this.run();
  }

  /** Resolves once nothing is left to remove. */
  async isDone(): Promise<void> {
    await this.running;
  }

  /** Before anything is served: nobody is to meet an event of these rooms. */
  async onApplicationBootstrap(): Promise<void> {
    for (const roomId of await this.left()) this.deleted.add(roomId);
    this.wake();
  }

  /** Before the database closes. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isAsked && !this.stopping.signal.aborted) {
      this.isAsked = false;
      try {
        for (const roomId of await this.left()) await this.sweep(roomId);
      } catch (error) {
        this.isAsked = true;
        this.logger.warn(`A deleted room could not be removed yet: ${String(error)}`);
        await this.pause(PAUSE_AFTER_FAULT_MILLISECONDS);
      }
    }
    // In the same tick as the last look at `isAsked`: a room that came between the two would wait for the next one.
    this.running = undefined;
  }

  private async left(): Promise<string[]> {
    return (await this.database.rows<{ roomId: string }>(ROOMS_TO_REMOVE, [])).map(({ roomId }) => roomId);
  }

  private async sweep(roomId: string): Promise<void> {
    const steps = [...this.remains.ofRooms, this.removeStays, this.removeEvents];
    for (const removeSome of steps) if (!(await this.untilDone(roomId, removeSome))) return;
    await this.database.write({ rooms: [roomId] }, async (tx) => {
      await tx.rows(REMOVE_BANS_OF_ROOM, [roomId]);
      await tx.rows(RESET_COUNTERS, [roomId]);
      await tx.rows(NOTE_REMOVED, [this.clock.now().getTime(), roomId]);
    });
  }

  /** False where the server stops before. */
  private async untilDone(roomId: string, removeSome: (roomId: string) => Promise<boolean>): Promise<boolean> {
    for (;;) {
      if (this.stopping.signal.aborted) return false;
      const begun = performance.now();
      if (!(await removeSome(roomId))) return true;
      await this.pause(Math.max(MIN_PAUSE_MILLISECONDS, performance.now() - begun));
    }
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

  private async pause(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}
