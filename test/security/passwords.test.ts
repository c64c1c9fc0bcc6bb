import { describe, expect, it } from 'vitest';
import { User } from '#server/users/index.js';
import { Database } from '#server/database/index.js';
import { aName, login, register, signInOf } from '../support/people/accounts.js';
import { refusalIn } from '../support/requests/exchange.js';
import { rounds } from '../support/chance/rounds.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe('a password', () => {
  it('is kept as Argon2id with 19 MiB, two passes and one lane, or more', async () => {
    const username = aName();
    await register(server, { username, password: 'correct horse' });
    const user = await server.app.get(Database).read().findOneOrFail(User, { username });
    const [, algorithm, , m, t, p] =
      /^\$(argon2id)\$v=(\d+)\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(user.passwordHash ?? '') ?? [];
    expect(algorithm).toBe('argon2id');
    expect(Number(m)).toBeGreaterThanOrEqual(19 * 1024);
    expect(Number(t)).toBeGreaterThanOrEqual(2);
    expect(Number(p)).toBeGreaterThanOrEqual(1);
  });

  it.each(['password', 'PASSWORD', '12345678', 'iloveyou', 'Trustno1', 'qwertyuiop'])(
    'is refused when everybody has it: %s',
    async (password) => {
      const { answer } = await register(server, { username: aName(), password });
      expect(refusalIn(answer)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'password' });
    },
  );

  it('is refused when it is the name of the account, in any case', async () => {
    const username = aName();
    const { answer } = await register(server, { username, password: username.toUpperCase() });
    expect(refusalIn(answer)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'password' });
    const shown = await register(server, { username, displayName: 'Ada Lovelace', password: 'ada lovelace' });
    expect(refusalIn(shown.answer).field).toBe('password');
  });

  it('is taken when it merely has something common in it', async () => {
    const username = aName();
    expect(signInOf(await register(server, { username, password: 'password of mine' })).user.username).toBe(username);
  });
});

describe('a wrong password and an unknown username', () => {
  const samples = rounds({ quick: 12, thorough: 200 });

  it(`take the same time, by the medians of ${String(samples)} of each`, { timeout: 180_000 }, async () => {
    const username = aName();
    await register(server, { username, password: 'correct horse' });
    const times = { wrong: [] as number[], unknown: [] as number[] };
    // In turns, so that whatever else the machine does meets both alike.
    for (let n = 0; n < samples; n += 1) {
      times.wrong.push(await timeOf(() => login(server, { username, password: 'wrong horse' })));
      times.unknown.push(await timeOf(() => login(server, { username: aName(), password: 'wrong horse' })));
    }
    const ratio = medianOf(times.unknown) / medianOf(times.wrong);
    // Without a hash for unknown names the ratio is about a tenth.
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });
});

describe('a flood of sign-ins', () => {
  it('waits for its own turns: whatever else needs a thread does not wait behind it', async () => {
    const order: string[] = [];
    const flood = Array.from({ length: 40 }, () =>
      login(server, { username: aName(), password: 'wrong horse' }).then(() => order.push('refused')),
    );
    await Promise.race(flood);
    // It looks at the database's file. Hashed all at once, the flood would have every thread until its end.
    await fetch(`${server.url}/readyz`);
    order.push('ready');
    await Promise.all(flood);
    expect(order.indexOf('ready')).toBeLessThan(20);
  });
});

async function timeOf(doing: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await doing();
  return performance.now() - start;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
