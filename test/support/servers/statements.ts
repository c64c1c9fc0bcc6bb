import { MikroORM } from '@mikro-orm/core';
import { vi } from 'vitest';
import type { TestServer } from './server.js';

/**
 * The SQL that a server runs while something is done. MikroORM tells its logger of each statement that it has run, on
 * every connection; the logger is listened to, not replaced.
 */
export async function statementsDuring(server: TestServer, doing: () => Promise<unknown>): Promise<string[]> {
  const heard = vi.spyOn(server.app.get(MikroORM).config.getLogger(), 'logQuery');
  try {
    await doing();
    return heard.mock.calls.flatMap(([{ query }]) => query ?? []);
  } finally {
    heard.mockRestore();
  }
}
