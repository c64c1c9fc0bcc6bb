import { join } from 'node:path';
import type { Person } from '../people/person.js';
import type { SpawnedServer } from '../servers/spawned-server.js';
import { expectHealthy, type Health, healthOf } from './health.js';
import { Ledger } from './ledger.js';
import { Overheard } from './overheard.js';
import { databaseIn, expectAcknowledgedOnce, expectDense, expectMarksKept, expectSound } from './stored.js';
import { expectFilesWhole } from './stored-files.js';
import { expectEachSawTheirs, expectViewsFresh, type Followed, type SeenWhole } from './views.js';

/** Who was there, for what is asked at the end. */
export interface Witnesses {
  readonly people: readonly Person[];
  /** What some of them saw from the very beginning. */
  readonly followed?: readonly Followed[];
  /** A room that some of them followed to now, from when it looked like this. */
  readonly seenWhole?: SeenWhole;
}

/** Knows after every accident whether all is as it was promised. It reads the server's files as well as what it answers. */
export class Oracle implements Disposable {
  readonly ledger = new Ledger();
  private readonly overheard = new Overheard();

  private constructor(
    private readonly server: SpawnedServer,
    private readonly before: Health,
    private readonly data: string,
  ) {}

  /** `data` is where the database is, unless it is in its usual place. */
  static async of(server: SpawnedServer, data = join(server.folder, 'data')): Promise<Oracle> {
    return new Oracle(server, await healthOf(server), data);
  }

  /** The cheap part, also while people write: what was acknowledged is there once, and in one order. */
  expectNothingLost(): void {
    using database = databaseIn(this.data);
    expectAcknowledgedOnce(database, this.ledger);
    expectMarksKept(database, this.ledger);
    expectDense(database);
  }

  /** Everything, once nobody does anything any more. */
  async expectAllWell({ people, followed = [], seenWhole }: Witnesses): Promise<void> {
    this.expectNothingLost();
    using database = databaseIn(this.data);
    expectSound(database);
    expectFilesWhole(this.server.folder, database, this.ledger);
    expectEachSawTheirs(database, followed);
    if (seenWhole) await expectViewsFresh(seenWhole);
    this.overheard.expectNoSecrets(this.server.said, this.data, database, people);
    await expectHealthy(this.server, this.before);
  }

  /** What was promised and found kept, in figures. */
  get summary(): string {
    const { messages, files, changes, marks, readings } = this.ledger;
    return `${String(changes)} changes acknowledged, among them ${String(messages.size)} messages; ${String(files.size)} files, ${String(marks.size)} reactions and pins, and ${String(readings.size)} read marks kept`;
  }

  [Symbol.dispose](): void {
    this.overheard[Symbol.dispose]();
  }
}
