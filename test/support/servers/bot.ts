import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** What the bot keeps between its lives. */
export interface Kept {
  readonly url: string;
  readonly refreshToken: string;
  readonly cursor?: string | null;
}

/** The bot of the README as a process of its own. */
export class Bot {
  /** Everything that it has complained of. */
  complaints = '';
  private readonly lines: AsyncIterator<string, undefined>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly place: string,
  ) {
    if (!child.stdout) throw new Error('The bot has no output.');
    const lines: AsyncIterable<string, undefined> = createInterface(child.stdout);
    this.lines = lines[Symbol.asyncIterator]();
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.complaints += text));
  }

  /** Runs it on what it kept in its last life, or on this. */
  static run(place: string, kept?: Kept): Bot {
    if (kept) writeFileSync(place, JSON.stringify(kept));
    const child = spawn(process.execPath, ['examples/bot.ts', place], { stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    return new Bot(child, place);
  }

  get kept(): Kept {
    return JSON.parse(readFileSync(this.place, 'utf8')) as Kept;
  }

  async nextLine(): Promise<string | undefined> {
    return (await this.lines.next()).value;
  }

  /** Resolves with the cursor that it keeps, once that is another than this one. */
  async notesCursor(before: string | null = null): Promise<string> {
    for (;;) {
      const cursor = this.kept.cursor ?? null;
      if (cursor !== null && cursor !== before) return cursor;
      await setImmediate();
    }
  }

  async complainsOf(words: string): Promise<void> {
    while (!this.complaints.includes(words)) await setImmediate();
  }

  /** Resolves with its exit status when it has given up. */
  async ends(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ends();
  }
}
