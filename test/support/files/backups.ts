import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { readSettings, type Settings } from '#server/config/index.js';

const PROCESS = new URL('backup-process.mjs', import.meta.url).pathname;

/** The settings of a server whose files are in a folder. */
export function environmentOf(folder: string): Record<string, string> {
  return {
    DATABASE_URL: `sqlite:${join(folder, 'data', 'tertulia.db')}`,
    UPLOADS_DIR: join(folder, 'uploads'),
  };
}

export function settingsIn(folder: string): Settings {
  return readSettings(environmentOf(folder));
}

/** A backup or a restore as its own process, as an operator runs it. */
export class BackupProcess {
  said = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly begins: Promise<unknown>,
    /** Resolves with the exit status; null when it was killed. */
    readonly exited: Promise<number | null>,
  ) {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
  }

  static start(folder: string, ...args: string[]): BackupProcess {
    const child = spawn(process.execPath, [PROCESS, ...args], {
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: 'node_modules/.cache/compiled', ...environmentOf(folder) },
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    const exited = once(child, 'close').then(([status]) => status as number | null);
    return new BackupProcess(child, once(child, 'message'), exited);
  }

  /** `kill -9`, so long after it has begun. Gives back whether it was still at work. */
  async isKilledAfter(milliseconds: number): Promise<boolean> {
    await this.begins;
    await Promise.race([setTimeout(milliseconds), this.exited]);
    this.child.kill('SIGKILL');
    return (await this.exited) === null;
  }

  /** `kill -9` as soon as something is seen. */
  async isKilledWhen(isSeen: () => boolean): Promise<void> {
    while (!isSeen() && this.child.exitCode === null) await setImmediate();
    this.child.kill('SIGKILL');
    await this.exited;
  }

  async lasts(): Promise<number> {
    await this.begins;
    const begun = performance.now();
    await this.exited;
    return performance.now() - begun;
  }
}
