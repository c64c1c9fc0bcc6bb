import { describe, expect, it, vi } from 'vitest';
import { SetupCode } from '#server/administration/setup-code.js';
import { Database, NO_LOCKS } from '#server/database/index.js';
import { aCast } from '../support/people/cast.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { Person } from '../support/people/person.js';
import { aFolder, ServerProcess } from '../support/servers/process.js';
import { aServer, type TestServer } from '../support/servers/server.js';

const BECOME = 'mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { username } } }';
const SET = `mutation ($user: ID!, $is: Boolean!) {
  setAdministrator(input: { userId: $user, isAdministrator: $is }) { user { id } }
}`;
const AM_I = '{ viewer { isAdministrator } }';
const AUDIT = '{ auditLog { nodes { id } } }';

describe('the setup code', () => {
  it('is in the start line of a server without an administrator, and makes whoever types it one', async () => {
    const { settings } = aFolder();
    const first = ServerProcess.start(settings);
    const ada = await Person.registers({ url: await first.url() }, 'ada');
    expect(await isAdministrator(ada)).toBe(false);
    await ada.asks(BECOME, { code: first.setupCode });
    expect(await isAdministrator(ada)).toBe(true);
    first.stop();
    await first.exited;
    const second = ServerProcess.start(settings);
    await second.url();
    expect(second.stdout).not.toContain('setup code');
  });

  it('is another one at the next start, as long as nobody used it', async () => {
    const { settings } = aFolder();
    const codes: string[] = [];
    for (let start = 0; start < 2; start += 1) {
      const server = ServerProcess.start(settings);
      await server.url();
      codes.push(server.setupCode);
      server.stop();
      await server.exited;
    }
    expect(codes[0]).not.toBe(codes[1]);
  });

  it('works once, and for one person where two come at a time', async () => {
    const server = await aServer();
    const { ada, ben, cleo } = await aCast(server);
    const code = codeOf(server);
    const fits = vi.spyOn(server.app.get(SetupCode), 'fits');
    // Nobody writes until both have shown the right code.
    const both = await server.app.get(Database).write(NO_LOCKS, async () => {
      const asking = Promise.allSettled([ada.asks(BECOME, { code }), ben.asks(BECOME, { code })]);
      await vi.waitFor(() => {
        expect(fits).toHaveBeenCalledTimes(2);
      });
      return { asking };
    });
    const outcomes = await both.asking;
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await cleo.isRefused('FORBIDDEN', BECOME, { code });
    expect([await isAdministrator(ada), await isAdministrator(ben)].toSorted()).toEqual([false, true]);
    expect(await isAdministrator(cleo)).toBe(false);
  });

  it('cannot be guessed, nor used by a guest or a visitor', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const otto = await Person.registers(server, 'otto');
    const guest = await Person.entersAsGuest(server, 'a guest');
    await guest.isRefused('FORBIDDEN', BECOME, { code: codeOf(server) });
    const { answer } = await exchange(server.url, BECOME, { code: codeOf(server) });
    expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
    for (const code of ['', codeOf(server).slice(1), '000000-000000-000000-000000-000000'])
      await otto.isRefused('FORBIDDEN', BECOME, { code });
    for (let n = 0; n < 5; n += 1) await otto.isRefused('FORBIDDEN', BECOME, { code: String(n) });
    await otto.isRefused('RATE_LIMITED', BECOME, { code: codeOf(server) });
    expect(await isAdministrator(otto)).toBe(false);
  });
});

describe('an administrator', () => {
  it('appoints others and dismisses them, who lose at once what they had', async () => {
    const { ada, ben } = await anAdministeredServer();
    await ben.isRefused('FORBIDDEN', AUDIT);
    await ada.asks(SET, { user: ben.id, is: true });
    await ben.asks(AUDIT);
    await ada.asks(SET, { user: ben.id, is: false });
    await ben.isRefused('FORBIDDEN', AUDIT);
    await ben.isRefused('FORBIDDEN', SET, { user: ben.id, is: true });
  });

  it('goes only where another one stays', async () => {
    const { ada, ben } = await anAdministeredServer();
    await ada.isRefused('CONFLICT', SET, { user: ada.id, is: false });
    await ada.asks(SET, { user: ben.id, is: true });
    await ada.asks(SET, { user: ada.id, is: false });
    expect([await isAdministrator(ada), await isAdministrator(ben)]).toEqual([false, true]);
  });

  it('is a person with an account', async () => {
    const { server, ada } = await anAdministeredServer();
    const guest = await Person.entersAsGuest(server, 'a guest');
    await ada.isRefused('FORBIDDEN', SET, { user: guest.id, is: true });
    await ada.isRefused('NOT_FOUND', SET, { user: 'nobody', is: true });
  });

  it('sees no more of private rooms than others do', async () => {
    const { ada, ben } = await anAdministeredServer();
    const room = await ben.creates('Ben’s own', 'PRIVATE');
    const { room: seen } = await ada.asks<{ room: unknown }>('query ($id: ID!) { room(id: $id) { id } }', {
      id: room.id,
    });
    expect(seen).toBeNull();
  });
});

async function anAdministeredServer() {
  const server = await aServer();
  const cast = await aCast(server);
  await cast.ada.asks(BECOME, { code: codeOf(server) });
  return { server, ...cast };
}

async function isAdministrator(person: Person): Promise<boolean> {
  return (await person.asks<{ viewer: { isAdministrator: boolean } }>(AM_I)).viewer.isAdministrator;
}

function codeOf({ setupCode }: TestServer): string {
  if (setupCode === null) throw new Error('There is an administrator already.');
  return setupCode;
}
