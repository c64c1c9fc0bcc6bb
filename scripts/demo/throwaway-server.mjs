import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { plainError } from '../bootstrap/plain-error.mjs';
import { ending, startNode } from '../build/tool.mjs';

const READY = /^Tertulia is ready at (?<address>\S+)(?:.*setup code[^:]*: (?<setupCode>[\w-]+))?/;

/** The real server on a database and files of its own, which go when it goes. */
export async function startThrowawayServer() {
  const home = await mkdtemp(join(tmpdir(), 'tertulia-demo-'));
  const server = startNode(['dist/server/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      DATABASE_URL: `sqlite:${join(home, 'tertulia.db')}`,
      UPLOADS_DIR: join(home, 'uploads'),
      // The people of the demo all come from one address, at once.
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
  const ended = ending(server).finally(() => rm(home, { recursive: true, force: true }));
  const ready = await Promise.race([readStart(server.stdout), ended.then(() => undefined)]);
  if (!ready) throw plainError('The server of the demo did not start.');
  return { ...ready, ended, stop: () => server.kill('SIGTERM') };
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
