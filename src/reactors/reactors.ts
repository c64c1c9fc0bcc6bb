import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Bus } from '../bus/index.js';
import { Database } from '../database/index.js';
import { EventLog } from '../log/index.js';
import type { GatheringReactor, Reactor } from './reactor.js';
import { ReactorRun } from './reactor-run.js';

/** Runs what follows the log on its own, each at its own pace. A feature adds its reactors when it is loaded. */
@Injectable()
export class Reactors implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly runs = new Map<string, ReactorRun>();

  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly bus: Bus,
  ) {}

  add(reactor: Reactor | GatheringReactor): void {
    if (this.runs.has(reactor.name)) throw new Error(`Two reactors are called ${reactor.name}.`);
    this.runs.set(reactor.name, new ReactorRun(reactor, this.database, this.log));
  }

  /** How many events each has yet to look at. */
  lags(): Record<string, number> {
    return Object.fromEntries([...this.runs].map(([name, run]) => [name, run.lag()]));
  }

  /** Up to this position of the log a reactor is done with everything. */
  placeOf(name: string): number {
    const run = this.runs.get(name);
    if (!run) throw new Error(`No reactor is called ${name}.`);
    return run.position;
  }

  /** Before anything is served: a reactor that begins at the end of the log must have begun when the next event comes. */
  async onApplicationBootstrap(): Promise<void> {
    await Promise.all([...this.runs.values()].map((run) => run.begin()));
    this.bus.listen((event) => {
      for (const run of this.runs.values()) run.hear(event);
    });
    for (const run of this.runs.values()) run.wake();
  }

  /** Before the database closes. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.runs.values()].map((run) => run.stop()));
  }
}
