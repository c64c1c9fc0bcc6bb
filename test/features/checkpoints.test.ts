import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { aFolder } from '../support/servers/process.js';

const PROGRAM = new URL('../support/servers/closing-checkpoints.mjs', import.meta.url).pathname;

it('a process that has nothing else to do stays until the thread that copies the log has ended', async () => {
  const run = promisify(execFile)(process.execPath, [PROGRAM, join(aFolder().path, 'tertulia.db')]);
  expect(await run).toEqual({ stdout: 'closed\n', stderr: '' });
});
