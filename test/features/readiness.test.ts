import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder, ServerProcess } from '../support/servers/process.js';
import { aServer } from '../support/servers/server.js';

test('a server whose database was moved away is alive, but takes no work', async () => {
  const server = await aServer();
  expect(await statusOf(`${server.url}/readyz`)).toBe(200);
  const path = join(server.folder, 'data', 'tertulia.db');
  renameSync(path, `${path}.elsewhere`);
  expect(await statusOf(`${server.url}/readyz`)).toBe(503);
  expect(await statusOf(`${server.url}/healthz`)).toBe(200);
  renameSync(`${path}.elsewhere`, path);
  expect(await statusOf(`${server.url}/readyz`)).toBe(200);
});

test('a server that is about to stop says so before it stops', async () => {
  const { settings } = aFolder();
  const server = ServerProcess.start(settings);
  const url = await server.url();
  expect(await statusOf(`${url}/readyz`)).toBe(200);
  server.stop();
  await expect.poll(() => statusOf(`${url}/readyz`), { interval: 20 }).toBe(503);
  expect(await server.exited).toBe(0);
});

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url);
  await response.body?.cancel();
  return response.status;
}
