import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import type { SpawnedServer } from '../servers/spawned-server.js';

const MAX_GROWTH = 24 * 1024 * 1024;
/** What a database or a timer opens now and then. */
const MORE_DESCRIPTORS = 12;
const MAX_PAUSE_MILLISECONDS = 250;

/** How a server stands: to compare with how it stood before. */
export interface Health {
  readonly held: number;
  readonly descriptors: number | undefined;
}

export async function healthOf(server: SpawnedServer): Promise<Health> {
  return { held: (await server.memory()).held, descriptors: descriptorsOf(server.pid) };
}

/** It answers, and holds and waits no more than before; what it lets go of only in a while is waited for. */
export async function expectHealthy(server: SpawnedServer, before: Health): Promise<void> {
  for (const path of ['healthz', 'readyz']) {
    const answer = await fetch(`${server.url}/${path}`);
    await answer.body?.cancel();
    expect([path, answer.status]).toEqual([path, 200]);
  }
  await server.hangUp();
  await expect
    .poll(() => descriptorsOf(server.pid) ?? 0, { interval: 50 })
    .toBeLessThanOrEqual((before.descriptors ?? 0) + MORE_DESCRIPTORS);
  await expect.poll(async () => (await server.memory()).held - before.held, { interval: 200 }).toBeLessThan(MAX_GROWTH);
  await expect
    .poll(async () => (await server.memory()).longestPause, { interval: 200 })
    .toBeLessThan(MAX_PAUSE_MILLISECONDS);
}

/** Undefined where the system does not tell. */
function descriptorsOf(pid: number): number | undefined {
  try {
    return readdirSync(`/proc/${String(pid)}/fd`).length;
  } catch {
    return undefined;
  }
}
