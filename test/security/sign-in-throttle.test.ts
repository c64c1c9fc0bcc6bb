import { describe, expect, it } from 'vitest';
import { aName, login, register, signInOf } from '../support/people/accounts.js';
import { cookieHeader, cookiesIn } from '../support/requests/cookies.js';
import { refusalIn } from '../support/requests/exchange.js';
import { aServer, type TestServer } from '../support/servers/server.js';

const password = 'correct horse';
const behindProxy = { RATE_LIMITS: 'on', TRUST_PROXY: '1' };

describe('somebody who guesses passwords', () => {
  it('has ten tries for an account, also for one that does not exist, and is told how long to wait', async () => {
    const server = await aServer(behindProxy);
    const ada = await anAccount(server, '192.0.2.1');
    for (const username of [ada, aName()]) {
      const codes = await guesses(server, username, { times: 11, from: '203.0.113.1' });
      expect(codes).toEqual([...Array.from({ length: 10 }, () => 'UNAUTHENTICATED'), 'RATE_LIMITED']);
    }
    const refusal = refusalIn((await login(server, { username: ada, password }, from('203.0.113.1'))).answer);
    expect(refusal).toMatchObject({ code: 'RATE_LIMITED' });
    expect(refusal.retryAfter).toBeGreaterThan(0);
    expect(refusal.retryAfter).toBeLessThanOrEqual(300);
  });

  it('has no more when all are tried at once', async () => {
    const server = await aServer(behindProxy);
    const ada = await anAccount(server, '192.0.2.1');
    const codes = await Promise.all(
      Array.from({ length: 20 }, () => guesses(server, ada, { times: 1, from: '203.0.113.1' })),
    );
    expect(codes.flat().filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
  });

  it('has thirty tries from one address, whatever the accounts', async () => {
    const server = await aServer(behindProxy);
    const codes: string[] = [];
    for (let n = 0; n < 31; n += 1) codes.push(...(await guesses(server, aName(), { times: 1, from: '203.0.113.1' })));
    expect(codes.indexOf('RATE_LIMITED')).toBe(30);
    expect(await guesses(server, aName(), { times: 1, from: '203.0.113.2' })).toEqual(['UNAUTHENTICATED']);
  });

  it('has no more from all the addresses of one network', async () => {
    const server = await aServer(behindProxy);
    const codes: string[] = [];
    for (let n = 1; n <= 31; n += 1)
      codes.push(...(await guesses(server, aName(), { times: 1, from: `2001:db8:1:2::${String(n)}` })));
    expect(codes.indexOf('RATE_LIMITED')).toBe(30);
    expect(await guesses(server, aName(), { times: 1, from: '2001:db8:1:3::1' })).toEqual(['UNAUTHENTICATED']);
  });

  it('from many places has a hundred tries for an account', async () => {
    const server = await aServer(behindProxy);
    const ada = await anAccount(server, '192.0.2.1');
    const codes: string[] = [];
    for (let n = 0; n < 11; n += 1)
      codes.push(...(await guesses(server, ada, { times: 10, from: `203.0.113.${String(n)}` })));
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(100);
  });
});

describe('the owner of an account that strangers guess at', () => {
  it('comes in from the browser that they used before, whatever the strangers do, from the same address even', async () => {
    const server = await aServer(behindProxy);
    const username = aName();
    const here = from('192.0.2.1');
    const done = await register(server, { username, password, cookie: true }, here);
    const device = cookieHeader(cookiesIn(done.headers).filter(({ name }) => name === 'tertulia-device'));
    await guesses(server, username, { times: 35, from: '192.0.2.1' });
    expect(refusalIn((await login(server, { username, password }, here)).answer).code).toBe('RATE_LIMITED');
    expect(signInOf(await login(server, { username, password }, { ...here, ...device })).user.username).toBe(username);
  });

  it('comes in from the address that they used before, however many places the guesses come from', async () => {
    const server = await aServer(behindProxy);
    const ada = await anAccount(server, '192.0.2.1');
    for (let n = 0; n < 11; n += 1) await guesses(server, ada, { times: 10, from: `203.0.113.${String(n)}` });
    const { answer } = await login(server, { username: ada, password }, from('198.51.100.7'));
    expect(refusalIn(answer).code).toBe('RATE_LIMITED');
    expect(signInOf(await login(server, { username: ada, password }, from('192.0.2.1'))).user.username).toBe(ada);
  });

  it('signs in more often than anybody may guess: what is right is no guess', async () => {
    const server = await aServer(behindProxy);
    const ada = await anAccount(server, '192.0.2.1');
    for (let n = 0; n < 15; n += 1) {
      expect(signInOf(await login(server, { username: ada, password }, from('192.0.2.1'))).user.username).toBe(ada);
    }
  });
});

describe('the cookie of a known device', () => {
  it('has a limit of its own', async () => {
    const { server, username, device } = await aKnownDevice();
    const codes: string[] = [];
    for (let n = 0; n < 21; n += 1) {
      codes.push(refusalIn((await login(server, { username, password: 'wrong horse' }, device)).answer).code);
    }
    expect(codes.indexOf('RATE_LIMITED')).toBe(20);
  });

  it('does not open a session for every second of the day', async () => {
    const { server, username, device } = await aKnownDevice();
    const opened: boolean[] = [];
    for (let n = 0; n < 101; n += 1) {
      const { answer } = await login(server, { username, password }, device);
      opened.push(!answer.errors);
    }
    expect(opened.indexOf(false)).toBe(100);
  }, 30_000);

  it('is nobody’s device for another account, nor when it is changed', async () => {
    const { server, device } = await aKnownDevice();
    const ben = await anAccount(server, '192.0.2.2');
    const changed = { cookie: device.cookie?.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) ?? '' };
    for (const [place, cookie] of [
      ['203.0.113.1', device],
      ['203.0.113.2', changed],
    ] as const) {
      const codes: string[] = [];
      for (let n = 0; n < 11; n += 1) {
        const wrong = { username: ben, password: 'wrong horse' };
        codes.push(refusalIn((await login(server, wrong, { ...from(place), ...cookie })).answer).code);
      }
      expect(codes.indexOf('RATE_LIMITED')).toBe(10);
    }
  });

  it('opens nothing', async () => {
    const { server, username, device } = await aKnownDevice();
    const { answer } = await login(server, { username, password: '' }, device);
    expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...device },
      body: JSON.stringify({ query: '{ viewer { user { username } } }' }),
    });
    expect(await response.json()).toMatchObject({ data: { viewer: null } });
  });
});

async function aKnownDevice() {
  const server = await aServer(behindProxy);
  const username = aName();
  const done = await register(server, { username, password, cookie: true }, from('192.0.2.1'));
  const device = cookieHeader(cookiesIn(done.headers).filter(({ name }) => name === 'tertulia-device'));
  return { server, username, device: { ...device, ...from('192.0.2.1') } as Record<string, string> };
}

async function anAccount(server: TestServer, address: string): Promise<string> {
  const username = aName();
  await register(server, { username, password }, from(address));
  return username;
}

/** The codes of so many tries with a wrong password, one after the other. */
async function guesses(
  server: TestServer,
  username: string,
  { times, from: address }: { times: number; from: string },
): Promise<string[]> {
  const codes: string[] = [];
  for (let n = 0; n < times; n += 1) {
    codes.push(refusalIn((await login(server, { username, password: 'wrong horse' }, from(address))).answer).code);
  }
  return codes;
}

function from(address: string): Record<string, string> {
  return { 'x-forwarded-for': address };
}
