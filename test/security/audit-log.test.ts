import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  aName,
  enterAsGuest,
  login,
  refreshSession,
  refreshTokenOf,
  register,
  signInOf,
  viewerOf,
} from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer, type TestServer } from '../support/servers/server.js';

const BECOME = 'mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { id } } }';
const AUDIT = `query ($first: Int, $after: Cursor) {
  auditLog(first: $first, after: $after) {
    nodes { id at action actor { username } subject { username } sessionId roomId messageId detail address client }
    pageInfo { hasNextPage endCursor }
  }
}`;
const password = 'correct horse';

interface Entry {
  readonly id: string;
  readonly action: string;
  readonly actor: { readonly username: string } | null;
  readonly subject: { readonly username: string } | null;
  readonly roomId: string | null;
  readonly messageId: string | null;
  readonly detail: string | null;
  readonly address: string | null;
  readonly client: string | null;
}

interface Page {
  readonly auditLog: {
    readonly nodes: readonly Entry[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe('the audit log', () => {
  it('has sign-ins and refusals, with where they came from', async () => {
    const { server, admin } = await anAdministeredServer();
    const username = aName();
    const program = { 'user-agent': 'Phone/1.0' };
    await register(server, { username, password }, program);
    await login(server, { username, password }, program);
    await login(server, { username, password: 'wrong horse' }, program);
    await login(server, { username: 'my own password', password }, program);
    await enterAsGuest(server, { nickname: `Guest ${username}` }, program);
    const found = (await newest(admin, 5)).map(({ action, actor, subject, detail, address, client }) => ({
      action,
      actor: actor?.username.replace(/^guest-.*/, 'guest'),
      subject: subject?.username.replace(/^guest-.*/, 'guest'),
      detail,
      from: `${String(client)} at ${String(address)}`,
    }));
    const origin = { from: 'Phone/1.0 at 127.0.0.1' };
    expect(found).toEqual([
      { action: 'GUEST_ENTERED', actor: 'guest', subject: 'guest', detail: null, ...origin },
      { action: 'SIGN_IN_REFUSED', actor: undefined, subject: undefined, detail: 'no such username', ...origin },
      { action: 'SIGN_IN_REFUSED', actor: undefined, subject: username, detail: 'wrong password', ...origin },
      { action: 'SIGNED_IN', actor: username, subject: username, detail: null, ...origin },
      { action: 'REGISTERED', actor: username, subject: username, detail: null, ...origin },
    ]);
  });

  it('notes the first of many tries that were refused for being many', async () => {
    const { server, admin } = await anAdministeredServer({ RATE_LIMITS: 'on' });
    const username = aName();
    await register(server, { username, password });
    for (let n = 0; n < 20; n += 1) await login(server, { username, password: 'wrong horse' });
    const details = (await newest(admin, 20))
      .filter(({ action }) => action === 'SIGN_IN_REFUSED')
      .map(({ detail }) => detail);
    expect(details).toEqual(['too many tries', ...Array.from({ length: 10 }, () => 'wrong password')]);
  });

  it('has wrong setup codes, and wrong passwords of those who would change them', async () => {
    const { server, admin } = await anAdministeredServer();
    const otto = await anotherPerson(server);
    await otto.isRefused('FORBIDDEN', BECOME, { code: 'a guess' });
    const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { user { id } } }';
    const input = { currentPassword: 'wrong horse', newPassword: 'battery staple' };
    await otto.isRefused('BAD_USER_INPUT', change, { input });
    const found = (await newest(admin, 2)).map(({ action, actor }) => [action, actor?.username]);
    expect(found).toEqual([
      ['PASSWORD_CHANGE_REFUSED', otto.username],
      ['SETUP_CODE_REFUSED', otto.username],
    ]);
  });

  it('has how sessions ended', async () => {
    const { server, admin } = await anAdministeredServer();
    const ended: Record<string, () => Promise<unknown>> = {
      'signed out': async () => (await anotherPerson(server)).asks('mutation { logout { ok } }'),
      'signed out everywhere': async () => (await anotherPerson(server)).asks('mutation { logoutEverywhere { ok } }'),
      'an old refresh token came back: somebody else may have held it': async () => {
        const old = signInOf(await register(server, { username: aName(), password }));
        const next = signInOf(await refreshSession(server, { refreshToken: refreshTokenOf(old) }));
        await viewerOf(server, next.session.accessToken);
        server.clock.advance({ seconds: 11 });
        await refreshSession(server, { refreshToken: refreshTokenOf(old) });
      },
    };
    for (const [detail, end] of Object.entries(ended)) {
      await end();
      const [entry] = await newest(admin, 1);
      expect(entry).toMatchObject({ action: 'SESSION_ENDED', detail });
    }
  });

  it('has changes of rooms and roles, whom moderators removed, and what they deleted; not what people do to their own', async () => {
    const { server, admin } = await anAdministeredServer();
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const bens = await ben.says('Something', room);
    const adas = await ada.says('Something else', room);
    const [last] = await newest(admin, 1);
    await ada.makes(cleo, 'MODERATOR', room);
    await cleo.deletes(bens);
    await ada.deletes(adas);
    await cleo.removes(ben, room);
    const guest = await Person.entersAsGuest(server, aName());
    await guest.joins(room);
    await ada.updates(room, { name: aName(), topic: 'Tea', visibility: 'PRIVATE' });
    const found = (await newest(admin, 10))
      .filter(({ id, action }) => Number(id) > Number(last?.id) && action !== 'GUEST_ENTERED')
      .map(({ action, actor, subject, roomId, messageId, detail }) => [
        action,
        actor?.username,
        subject?.username,
        roomId === room.id,
        messageId,
        detail,
      ]);
    expect(found).toEqual([
      ['MEMBER_REMOVED', ada.username, guest.username, true, null, 'guests cannot be in a private room'],
      ['ROOM_CHANGED', ada.username, undefined, true, null, 'name, topic, PUBLIC to PRIVATE'],
      ['MEMBER_REMOVED', cleo.username, ben.username, true, null, null],
      ['MESSAGE_DELETED', cleo.username, ben.username, true, bens.id, null],
      ['MEMBER_ROLE_CHANGED', ada.username, cleo.username, true, null, 'MEMBER to MODERATOR'],
    ]);
  });

  it('is read a page at a time, the newest first, each entry once', async () => {
    const { server, admin } = await anAdministeredServer();
    for (let n = 0; n < 6; n += 1) await register(server, { username: aName(), password });
    const ids: number[] = [];
    let after: string | null = null;
    do {
      const page: Page = await admin.asks<Page>(AUDIT, { first: 3, after });
      ids.push(...page.auditLog.nodes.map(({ id }) => Number(id)));
      after = page.auditLog.pageInfo.hasNextPage ? page.auditLog.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, n) => ids.length - n));
    expect(ids.length).toBeGreaterThanOrEqual(8);
    await admin.isRefused('BAD_USER_INPUT', AUDIT, { first: 101 });
    await admin.isRefused('BAD_CURSOR', AUDIT, { after: 'nonsense' });
  });

  it('is for administrators', async () => {
    const { server } = await anAdministeredServer();
    const otto = await anotherPerson(server);
    await otto.isRefused('FORBIDDEN', AUDIT);
  });

  it('is only ever added to, whoever holds the database', async () => {
    const { server } = await anAdministeredServer();
    await server.stop();
    const database = new DatabaseSync(join(server.folder, 'data', 'tertulia.db'));
    expect(() => {
      database.exec("update audit_entry set detail = 'nothing happened'");
    }).toThrow('only ever added to');
    expect(() => {
      database.exec('delete from audit_entry');
    }).toThrow('only ever added to');
    database.close();
  });
});

async function anAdministeredServer(environment: Record<string, string> = {}) {
  const server = await aServer(environment);
  const admin = await anotherPerson(server);
  await admin.asks(BECOME, { code: server.setupCode });
  return { server, admin };
}

function anotherPerson(server: TestServer): Promise<Person> {
  return Person.registers(server, aName());
}

async function newest(admin: Person, first: number): Promise<readonly Entry[]> {
  return (await admin.asks<Page>(AUDIT, { first })).auditLog.nodes;
}
