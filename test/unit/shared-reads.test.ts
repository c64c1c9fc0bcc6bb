import { describe, expect, it } from 'vitest';
import { SharedReads } from '#server/database/index.js';

describe('what many ask for at the same moment', () => {
  it('is read once for all of them, and each thing by itself', async () => {
    const { ask, reads } = aDatabase();
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask('hers')));
    expect(new Set(answers).size).toBe(1);
    await ask('his');
    expect(reads()).toEqual(['hers', 'his']);
  });

  it('is read anew once something was written, also where that came while it was read', async () => {
    const { ask, reads, write } = aDatabase();
    const before = ask('hers');
    write();
    const after = ask('hers');
    expect((await after).version).toBe((await before).version + 1);
    expect(reads()).toEqual(['hers', 'hers']);
  });

  it('is asked for anew where it could not be read', async () => {
    const { ask, reads, fail } = aDatabase();
    fail(new Error('The disk fails.'));
    await expect(Promise.all([ask('hers'), ask('hers')])).rejects.toThrow('The disk fails.');
    fail(undefined);
    await ask('hers');
    expect(reads()).toEqual(['hers', 'hers']);
  });

  it('is let go of where it comes to more than a bound', async () => {
    const { ask, reads } = aDatabase();
    const keys = Array.from({ length: 11 }, (_, n) => String(n));
    for (const key of keys) await ask(key);
    await ask('0');
    expect(reads()).toEqual([...keys, '0']);
  });
});

function aDatabase() {
  const database = { version: 1 };
  const reads: string[] = [];
  let failure: Error | undefined;
  const shared = new SharedReads<{ version: number }>(database, { bytesOf: () => 10, maxBytes: 100 });
  return {
    ask: (key: string) =>
      shared.of(key, async () => {
        reads.push(key);
        const found = { version: database.version };
        await new Promise(setImmediate);
        if (failure) throw failure;
        return found;
      }),
    write: () => (database.version += 1),
    fail: (error: Error | undefined) => (failure = error),
    reads: () => reads,
  };
}
