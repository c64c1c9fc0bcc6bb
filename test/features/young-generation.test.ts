import { expect, it } from 'vitest';
import { aSpawnedServer } from '../support/servers/spawned-server.js';

const MEBIBYTE = 1024 * 1024;

it('a server keeps nothing of its start for short-lived things, and little of a burst', async () => {
  const server = await aSpawnedServer({ isProbed: true });
  expect((await server.memory()).young).toBeLessThanOrEqual(4 * MEBIBYTE);

  await server.burst();
  const { young } = await server.memory();
  expect(young).toBeGreaterThan(4 * MEBIBYTE);
  // A half is looked at once it has grown, so one step more can have been taken.
  expect(young).toBeLessThanOrEqual(16 * MEBIBYTE);
});
