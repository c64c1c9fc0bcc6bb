import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';

const MAIN = new URL('../../dist/server/main.js', import.meta.url).pathname;
const PROBED = ['--expose-gc', '--import', new URL('memory-probe.mjs', import.meta.url).href];

/** In bytes, after a full garbage collection. */
export interface Memory {
  readonly rss: number;
  /** On the heap and outside of it, as far as the program knows. */
  readonly held: number;
}

/** The server as a process of its own, so that it can be killed. */
export interface SpawnedServer {
  readonly url: string;
  readonly folder: string;
  /** `kill -9`, at once, and starts it again on the same files and the same port. */
  killAndStart(): Promise<void>;
  /** Resolves when the server answers, now or after the start that is under way. */
  isUp(): Promise<void>;
  memory(): Promise<Memory>;
}

interface Circumstances {
  /** Gives a command that runs each of its processes. */
  readonly under?: (folder: string) => string[];
  /** Whether it can be asked for its memory. */
  readonly isProbed?: boolean;
}

export async function aSpawnedServer({
  under = () => [],
  isProbed = false,
}: Circumstances = {}): Promise<SpawnedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-test-'));
  const start = (port: string) =>
    startIn(folder, port, [...under(folder), process.execPath, ...(isProbed ? PROBED : [])]);
  const first = await start('0');
  const { port } = new URL(first.url);
  let child = first.child;
  let up: Promise<unknown> = Promise.resolve();
  afterAll(async () => {
    await kill(child);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    killAndStart: async () => {
      const starting = kill(child).then(() => start(port));
      up = starting;
      ({ child } = await starting);
    },
    isUp: async () => {
      await up;
    },
    memory: async () => {
      if (!isProbed) throw new Error('This server was not started to be asked.');
      const answered = once(child, 'message');
      child.send('memory');
      const [memory] = (await answered) as [Memory];
      return memory;
    },
  };
}

async function startIn(
  folder: string,
  port: string,
  node: readonly string[],
): Promise<{ child: ChildProcess; url: string }> {
  const [command, ...rest] = [...node, MAIN] as const;
  const child = spawn(command, rest, {
    env: {
      PATH: process.env.PATH,
      PORT: port,
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${join(folder, 'data', 'tertulia.db')}`,
      UPLOADS_DIR: join(folder, 'uploads'),
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (!child.stdout) throw new Error('The server has no output.');
  for await (const line of createInterface(child.stdout)) {
    const url = /^Tertulia is ready at (\S+)/.exec(line)?.[1];
    if (url !== undefined) {
      child.stdout.resume();
      return { child, url };
    }
  }
  throw new Error('The server ended before it was ready.');
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
