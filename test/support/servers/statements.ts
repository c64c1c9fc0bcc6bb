import { MikroORM } from '@mikro-orm/core';
import { expect, vi } from 'vitest';
import { Reactors } from '#server/reactors/index.js';
import type { TestServer } from './server.js';

/**
 * The SQL that a server runs while something is done. MikroORM tells its logger of each statement that it has run, on
 * every connection; the logger is listened to, not replaced. What still has to follow the log from before is done first.
 */
export async function statementsDuring(server: TestServer, doing: () => Promise<unknown>): Promise<string[]> {
  await expect.poll(() => Object.values(server.app.get(Reactors).lags()).every((lag) => lag === 0)).toBe(true);
  const heard = vi.spyOn(server.app.get(MikroORM).config.getLogger(), 'logQuery');
  try {
    await doing();
    return heard.mock.calls.flatMap(([{ query }]) => query ?? []);
  } finally {
    heard.mockRestore();
  }
}
