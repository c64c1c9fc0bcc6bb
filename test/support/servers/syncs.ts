import { readFileSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';

type Sync = () => Promise<void>;
/** Every open file of the process shares this. */
interface FilePrototype {
  datasync: (this: FileHandle) => Promise<void>;
}

/** The disk under the databases of this process, as far as a test has a say in it: it takes its time, or fails. Everything else is real. */
export class Disk implements Disposable {
  /** How many syncs have succeeded. */
  syncs = 0;
  private gate: PromiseWithResolvers<undefined> | undefined;
  private asked = Promise.withResolvers<undefined>();
  private failure: ((error: NodeJS.ErrnoException) => void) | undefined;
  private onSync: (() => void) | undefined;

  private constructor(private readonly restore: () => void) {}

  static async underTest(): Promise<Disk> {
    const probe = await open('/dev/null');
    const handle = Object.getPrototypeOf(probe) as FilePrototype;
    await probe.close();
    const { datasync } = handle;
    const disk = new Disk(() => {
      handle.datasync = datasync;
    });
    handle.datasync = async function (this: FileHandle) {
      await disk.sync(() => datasync.call(this));
    };
    return disk;
  }

  /** From now on a sync takes until it is let go on. Resolves once one waits. */
  holdsNext(): { isWaiting: Promise<undefined>; goOn: () => void } {
    const gate = Promise.withResolvers<undefined>();
    this.gate = gate;
    this.asked = Promise.withResolvers<undefined>();
    return {
      isWaiting: this.asked.promise,
      goOn: () => {
        this.gate = undefined;
        gate.resolve(undefined);
      },
    };
  }

  /** The next sync fails, and the system forgets what it could not write, as some file systems do. */
  failsNext(folder: string): void {
    const log = join(folder, 'data', 'tertulia.db-wal');
    const onDisk = readFileSync(log);
    this.failure = (error) => {
      const forgotten = Buffer.alloc(readFileSync(log).length);
      onDisk.copy(forgotten);
      writeFileSync(log, forgotten, { flag: 'r+' });
      throw error;
    };
  }

  /** Told of each sync that has succeeded, before the server is. */
  hears(onSync: () => void): void {
    this.onSync = onSync;
  }

  [Symbol.dispose](): void {
    this.gate?.resolve(undefined);
    this.restore();
  }

  private async sync(asIs: Sync): Promise<void> {
    const { failure } = this;
    this.failure = undefined;
    failure?.(Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' }));
    this.asked.resolve(undefined);
    await this.gate?.promise;
    await asIs();
    this.syncs += 1;
    this.onSync?.();
  }
}
