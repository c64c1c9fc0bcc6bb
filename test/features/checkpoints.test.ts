import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { aFolder } from '../support/servers/process.js';

const PROGRAM = new URL('../support/servers/closing-checkpoints.mjs', import.meta.url).pathname;

it.for(['after', 'during'])(
  'a process that has nothing else to do, and closes %s a copy of the log, stays until the thread that copies it has ended',
  async (moment) => {
    const run = promisify(execFile)(process.execPath, [PROGRAM, join(aFolder().path, 'tertulia.db'), moment]);
    expect(await run).toEqual({ stdout: 'closed\n', stderr: '' });
  },
);
