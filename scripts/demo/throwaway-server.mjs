import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { plainError } from '../bootstrap/plain-error.mjs';
import { ending, startNode } from '../build/tool.mjs';

const CLOCK = new URL('movable-clock.mjs', import.meta.url).href;

const READY = /^Tertulia is ready at (?<address>\S+)(?:.*setup code[^:]*: (?<setupCode>[\w-]+))?/;

/**
 * @typedef {object} DemoServer
 * @property {string} address
 * @property {string | undefined} setupCode
 * @property {Promise<unknown>} ended
 * @property {(time: number | null) => Promise<void>} setTime In milliseconds as in `Date.now()`; null for the time that it is.
 * @property {() => void} stop
 */

/**
 * The real server on a database and files of its own, which go when it goes.
 * @returns {Promise<DemoServer>}
 */
export async function startThrowawayServer(settings = {}) {
  const home = await mkdtemp(join(tmpdir(), 'tertulia-demo-'));
  const server = startNode(['--import', CLOCK, 'dist/server/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      DATABASE_URL: `sqlite:${join(home, 'tertulia.db')}`,
      UPLOADS_DIR: join(home, 'uploads'),
      // The people of the demo all come from one address, at once.
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      ...settings,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
  const ended = ending(server).finally(() => rm(home, { recursive: true, force: true }));
  const ready = await Promise.race([readStart(server.stdout), ended.then(() => undefined)]);
  if (!ready) throw plainError('The server of the demo did not start.');
  return { ...ready, ended, setTime: (time) => setTime(server, time), stop: () => server.kill('SIGTERM') };
}

async function setTime(server, time) {
  const isSet = once(server, 'message');
  server.send({ time });
  await isSet;
}

/** Where it answers, and the code that makes somebody its administrator. */
function readStart(output) {
  return new Promise((resolve) => {
    createInterface({ input: output }).on('line', (line) => {
      const ready = READY.exec(line);
      if (ready) resolve({ address: ready.groups.address, setupCode: ready.groups.setupCode });
      else console.log(line);
    });
  });
}
