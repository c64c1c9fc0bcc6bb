import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, onTestFinished } from 'vitest';

const MAIN = new URL('../../../dist/server/main.js', import.meta.url).pathname;
const PROBED = ['--expose-gc', '--import', new URL('memory-probe.mjs', import.meta.url).href];
const WATCHED = ['--import', new URL('loaded-modules.mjs', import.meta.url).href];
const SABOTAGED = ['--import', new URL('saboteur.mjs', import.meta.url).href];

/** In bytes, after a full garbage collection. */
export interface Memory {
  readonly rss: number;
  /** On the heap and outside of it, as far as the program knows. */
  readonly held: number;
  /** What the young generation has taken, in its two halves, whether it holds anything or not. */
  readonly young: number;
  /** The longest that the event loop stood still since the last look, in milliseconds. */
  readonly longestPause: number;
}

/** The server as a process of its own, so that it can be killed. */
export interface SpawnedServer {
  readonly url: string;
  readonly folder: string;
  /** The process that runs now, or ran last. */
  readonly pid: number;
  /** Everything that it has said, in all its lives. */
  readonly said: string;
  /** `kill -9`, at once, and starts it again on the same files and the same port. */
  killAndStart(): Promise<void>;
  /** Starts it again once it has ended, by itself or because it was asked to. */
  start(): Promise<void>;
  /** Asks it to stop, as a service manager does; resolves with its exit status. */
  stop(): Promise<number | null>;
  /** Resolves with the exit status when it has ended; null where a signal ended it. */
  ended(): Promise<number | null>;
  /** Resolves when the server answers, now or after the start that is under way. */
  isUp(): Promise<void>;
  memory(): Promise<Memory>;
  /** The addresses of the modules that it has loaded so far. */
  loadedModules(): Promise<readonly string[]>;
  /** Has it make many objects, all of which are in use at once. */
  burst(): Promise<void>;
  /** Has it close the connections that clients keep without using them. */
  hangUp(): Promise<void>;
  /** Has something broken inside of it; resolves with what came of that. */
  sabotage(order: Sabotage): Promise<unknown>;
}

/** The nth step of a name. Which step it is of all differs: bytes come in more or fewer pieces, folders may be there already. */
export interface Step {
  readonly name: string;
  readonly nth: number;
}

/** What the preloaded saboteur understands. */
export type Sabotage =
  { readonly pragma: string } | { readonly dieBeforeStep: Step } | { readonly countSteps: 'begin' | 'end' };

interface Circumstances {
  /** Gives a command that runs each of its processes. */
  readonly under?: (folder: string) => string[];
  /** Whether it can be asked for its memory. */
  readonly isProbed?: boolean;
  /** Whether it can be asked which modules it has loaded. */
  readonly isWatched?: boolean;
  /** Whether it can be broken from inside. */
  readonly isSabotaged?: boolean;
  readonly environment?: (folder: string) => Record<string, string>;
}

interface Life {
  readonly child: ChildProcess;
  readonly url: string;
}

export async function aSpawnedServer({
  under = () => [],
  isProbed = false,
  isWatched = false,
  isSabotaged = false,
  environment = () => ({}),
}: Circumstances = {}): Promise<SpawnedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-test-'));
  const node = [
    process.execPath,
    ...(isProbed ? PROBED : []),
    ...(isWatched ? WATCHED : []),
    ...(isSabotaged ? SABOTAGED : []),
  ];
  let said = '';
  const start = (port: string) =>
    startIn([...under(folder), ...node], { ...settingsFor(folder, port), ...environment(folder) }, (text) => {
      said += text;
    });
  let life = await start('0');
  const { port } = new URL(life.url);
  let up: Promise<unknown> = Promise.resolve();
  let isUpAgain: (starting: Promise<unknown>) => void = () => undefined;
  const startAfter = async (end: Promise<unknown>): Promise<void> => {
    const starting = end.then(() => start(port));
    up = starting;
    isUpAgain(starting);
    life = await starting;
  };
  atTheEnd(async () => {
    await kill(life.child);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    get pid() {
      return life.child.pid ?? 0;
    },
    get said() {
      return said;
    },
    killAndStart: () => startAfter(kill(life.child)),
    start: () => startAfter(ended(life.child)),
    stop: () => {
      up = new Promise((resolve) => (isUpAgain = resolve));
      life.child.kill('SIGTERM');
      return ended(life.child);
    },
    ended: () => ended(life.child),
    isUp: async () => {
      await up;
    },
    memory: async () => {
      if (!isProbed) throw new Error('This server was not started to be asked.');
      return (await asked(life.child, 'memory')) as Memory;
    },
    loadedModules: async () => {
      if (!isWatched) throw new Error('This server was not started to be watched.');
      return (await asked(life.child, 'loaded modules')) as string[];
    },
    burst: async () => {
      if (!isProbed) throw new Error('This server was not started to be asked.');
      await asked(life.child, 'burst');
    },
    hangUp: async () => {
      if (!isProbed) throw new Error('This server was not started to be asked.');
      await asked(life.child, 'hang up');
    },
    sabotage: (order) => {
      if (!isSabotaged) throw new Error('This server was not started to be broken.');
      return asked(life.child, order);
    },
  };
}

function settingsFor(folder: string, port: string): Record<string, string | undefined> {
  return {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: 'node_modules/.cache/compiled',
    PORT: port,
    HOST: '127.0.0.1',
    DATABASE_URL: `sqlite:${join(folder, 'data', 'tertulia.db')}`,
    UPLOADS_DIR: join(folder, 'uploads'),
    RATE_LIMITS: 'off',
    LINK_PREVIEWS: 'off',
    WEB_PUSH: 'off',
    LOG_LEVEL: 'error',
  };
}

async function startIn(
  node: readonly string[],
  env: Record<string, string | undefined>,
  hear: (text: string) => void,
): Promise<Life> {
  const [command, ...rest] = [...node, MAIN] as const;
  const child = spawn(command, rest, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  // A message to somebody who has just been killed goes nowhere.
  child.on('error', () => undefined);
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
    hear(text);
  });
  if (!child.stdout) throw new Error('The server has no output.');
  child.stdout.setEncoding('utf8').on('data', hear);
  for await (const line of createInterface(child.stdout)) {
    const url = /^Tertulia is ready at (\S+)/.exec(line)?.[1];
    if (url !== undefined) {
      child.stdout.resume();
      return { child, url };
    }
  }
  throw new Error(`The server ended before it was ready: ${complaint}`);
}

/** Of the test that runs, or of the file where none does. */
function atTheEnd(cleanUp: () => Promise<void>): void {
  try {
    onTestFinished(cleanUp);
  } catch {
    afterAll(cleanUp);
  }
}

/** Asks what was preloaded into the process. */
async function asked(child: ChildProcess, question: object | string): Promise<unknown> {
  const answered = once(child, 'message') as Promise<[unknown]>;
  const ends = once(child, 'exit').then(() => {
    throw new Error(`The server ended instead of answering ${JSON.stringify(question)}.`);
  });
  child.send(question);
  const [answer] = await Promise.race([answered, ends]);
  return answer;
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await ended(child);
}
