import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const TERTULIA = 'packages/cli/bin/tertulia.mjs';

export interface Ended {
  readonly status: number | null;
  readonly said: string;
  readonly complaint: string;
}

/** Somebody's command line, with a folder for settings of its own. */
export class CommandLine {
  readonly settings = mkdtempSync(join(tmpdir(), 'tertulia-settings-'));

  constructor(private readonly environment: Record<string, string> = {}) {
    onTestFinished(() => {
      rmSync(this.settings, { recursive: true, force: true });
    });
  }

  /** The file that keeps who has signed in. */
  get credentials(): string {
    return join(this.settings, 'tertulia', 'credentials.json');
  }

  /** Runs `tertulia` to its end. */
  async runs(words: readonly string[], input = ''): Promise<Ended> {
    const child = this.start(words);
    child.stdin.end(input);
    const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
    if (child.exitCode === null) await once(child, 'exit');
    return { status: child.exitCode, said, complaint };
  }

  /** The same with --json: what it said, line by line. Whatever fails throws. */
  async asks<T>(words: readonly string[], input = ''): Promise<T[]> {
    const { status, said, complaint } = await this.runs([...words, '--json'], input);
    if (status !== 0) throw new Error(complaint);
    return said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T);
  }

  /** Runs one that goes on until it is stopped. */
  keepsRunning(words: readonly string[]): { nextLine(): Promise<string>; stop(): Promise<number | null> } {
    const child = this.start(words);
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    const lines: AsyncIterable<string, undefined> = createInterface(child.stdout);
    const iterator = lines[Symbol.asyncIterator]();
    return {
      nextLine: async () => (await iterator.next()).value ?? '',
      stop: async () => {
        child.kill('SIGINT');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
        return child.exitCode;
      },
    };
  }

  private start(words: readonly string[]): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [TERTULIA, ...words], {
      env: { PATH: process.env.PATH, XDG_CONFIG_HOME: this.settings, ...this.environment },
      stdio: 'pipe',
    });
  }
}
