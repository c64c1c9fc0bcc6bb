import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { login, refreshSession, signInOf, viewerOf } from '../support/people/accounts.js';
import {
  anAdministrator,
  CREATE_PASSWORD_RESET,
  disables,
  enables,
  makesResetLink,
  toldAbout,
} from '../support/people/administration.js';
import { aCast } from '../support/people/cast.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { dataOf } from '../support/requests/graphql.js';
import { oneAfterTheOther } from '../support/servers/interleaving.js';
import { aServer, type TestServer } from '../support/servers/server.js';

const server = await aServer();
const administrator = await anAdministrator(server);
const CHOSEN = 'battery staple';
const RESET = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { user { id username } } }';
const SHOWN = 'query ($token: String!) { passwordReset(token: $token) { user { username } expiresAt } }';
const CHANGE = `mutation ($newPassword: String!) { changePassword(input: { currentPassword: "${PASSWORD}", newPassword: $newPassword }) { user { id } } }`;

describe('a link to a new password', () => {
  it('lets whoever has it choose one without the old one, and ends every session of the account', async () => {
    const { ada } = await aCast(server);
    const socket = await ada.opensSocket();
    const { token, path, expiresAt } = await makesResetLink(administrator, ada);
    expect(path).toBe(`/reset/${token}`);
    expect(await shown(token)).toEqual({ user: { username: ada.username }, expiresAt });
    expect(await follow(token)).toBe(ada.id);
    expect(await socket.closed).toBe(4401);
    expect(await viewerOf(server, ada.accessToken)).toBeNull();
    const refreshed = await refreshSession(server, { refreshToken: ada.refreshToken });
    expect(refusalIn(refreshed.answer).code).toBe('UNAUTHENTICATED');
    expect(await canSignIn(ada, PASSWORD)).toBe(false);
    expect(await canSignIn(ada, CHOSEN)).toBe(true);
  });

  it('changes nothing until it is used: the old password works, and sessions go on', async () => {
    const { ada } = await aCast(server);
    await makesResetLink(administrator, ada);
    expect(await canSignIn(ada, PASSWORD)).toBe(true);
    expect(await viewerOf(server, ada.accessToken)).toBe(ada.username);
  });

  it('works once', async () => {
    const { ada } = await aCast(server);
    const { token } = await makesResetLink(administrator, ada);
    await follow(token);
    expect(await follow(token, 'another one of mine')).toBe('NOT_FOUND');
    expect(await shown(token)).toBeNull();
    expect(await canSignIn(ada, CHOSEN)).toBe(true);
  });

  it('works once where two follow it at the same time', async () => {
    const { ada } = await aCast(server);
    const { token } = await makesResetLink(administrator, ada);
    const { first, second } = await oneAfterTheOther(
      server,
      () => follow(token, 'the first to arrive'),
      () => follow(token, CHOSEN),
    );
    expect([first, second]).toEqual(['NOT_FOUND', ada.id]);
    expect(await canSignIn(ada, CHOSEN)).toBe(true);
  });

  it('works for a day', async () => {
    const other = await aServer();
    const ada = await anAdministrator(other, 'ada');
    const { token } = await makesResetLink(ada, ada);
    const again = await makesResetLink(ada, await Person.registers(other, 'ben'));
    other.clock.advance({ minutes: 24 * 60 - 1 });
    expect(await follow(again.token, CHOSEN, other)).not.toBe('NOT_FOUND');
    other.clock.advance({ minutes: 2 });
    expect(await shown(token, other)).toBeNull();
    expect(await follow(token, CHOSEN, other)).toBe('NOT_FOUND');
  });

  it('ends when a newer one is made', async () => {
    const { ada } = await aCast(server);
    const [older, newer] = [await makesResetLink(administrator, ada), await makesResetLink(administrator, ada)];
    expect(await follow(older.token)).toBe('NOT_FOUND');
    expect(await follow(newer.token)).toBe(ada.id);
  });

  it('ends when its owner changes the password themselves', async () => {
    const { ada } = await aCast(server);
    const { token } = await makesResetLink(administrator, ada);
    await ada.asks(CHANGE, { newPassword: 'remembered after all' });
    expect(await follow(token)).toBe('NOT_FOUND');
    expect(await canSignIn(ada, 'remembered after all')).toBe(true);
  });

  it('ends when the account is disabled, also once it is enabled again', async () => {
    const { ada } = await aCast(server);
    const { token } = await makesResetLink(administrator, ada);
    await disables(administrator, ada);
    expect(await shown(token)).toBeNull();
    expect(await follow(token)).toBe('NOT_FOUND');
    await enables(administrator, ada);
    expect(await follow(token)).toBe('NOT_FOUND');
    expect(await canSignIn(ada, PASSWORD)).toBe(true);
  });

  it('does not work where the account is disabled while the new password is on its way', async () => {
    const { ada } = await aCast(server);
    const { token } = await makesResetLink(administrator, ada);
    const { first } = await oneAfterTheOther(
      server,
      () => follow(token),
      () => disables(administrator, ada),
    );
    expect(first).toBe('NOT_FOUND');
  });

  it('takes no password that could be guessed, and is not used up by one', async () => {
    const { ada } = await aCast(server);
    const { token } = await makesResetLink(administrator, ada);
    for (const newPassword of ['seven77', 'x'.repeat(257), 'Password123', ada.username])
      expect(await follow(token, newPassword)).toBe('BAD_USER_INPUT newPassword');
    expect(await follow(token)).toBe(ada.id);
  });

  it('is none where nobody made one, whatever it looks like', async () => {
    for (const token of ['', 'x', 'x'.repeat(10_000), 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '\0']) {
      expect(await shown(token)).toBeNull();
      expect(await follow(token)).toBe('NOT_FOUND');
    }
  });

  it('cannot be made of what is stored', async () => {
    const { ada } = await aCast(server);
    const { token } = await makesResetLink(administrator, ada);
    const { stored, log } = whatIsStored();
    expect(stored).toContain(ada.id);
    expect(`${stored}${log}`).not.toContain(token);
    for (const kept of stored.match(/[\w-]{43}/g) ?? []) expect(await shown(kept)).toBeNull();
  });

  it('is told by the audit log when it is made and when it is used', async () => {
    const { ada } = await aCast(server);
    const { token } = await makesResetLink(administrator, ada);
    await follow(token);
    const told = (await toldAbout(administrator, ada)).filter(({ action }) => action.startsWith('PASSWORD_RESET'));
    expect(told).toEqual([
      { action: 'PASSWORD_RESET_CREATED', actor: { id: administrator.id }, subject: { id: ada.id }, detail: null },
      { action: 'PASSWORD_RESET', actor: null, subject: { id: ada.id }, detail: 'from an administrator' },
    ]);
  });

  it('is tried so often from one address, and no more', async () => {
    const limited = await aServer({ RATE_LIMITS: 'on' });
    for (let tried = 0; tried < 20; tried += 1) expect(await follow('a guess', CHOSEN, limited)).toBe('NOT_FOUND');
    expect(await follow('a guess', CHOSEN, limited)).toBe('RATE_LIMITED');
  });

  it('is made by nobody for themselves', async () => {
    const { ada } = await aCast(server);
    await ada.isRefused('FORBIDDEN', CREATE_PASSWORD_RESET, { id: ada.id });
  });
});

/** Who has another password now; the code and the field where it was refused. */
async function follow(token: string, newPassword = CHOSEN, where: TestServer = server): Promise<string> {
  const { answer } = await exchange<{ resetPassword: { user: { id: string } } }>(where.url, RESET, {
    input: { token, newPassword },
  });
  if (answer.data?.resetPassword) return answer.data.resetPassword.user.id;
  const refusal = refusalIn(answer);
  return [refusal.code, refusal.field].filter((word) => word !== undefined).join(' ');
}

async function shown(token: string, where: TestServer = server): Promise<unknown> {
  const { answer } = await exchange<{ passwordReset: unknown }>(where.url, SHOWN, { token });
  return dataOf(answer).passwordReset;
}

async function canSignIn({ id, username }: Person, password: string): Promise<boolean> {
  const done = await login(server, { username, password });
  return !done.answer.errors && signInOf(done).user.id === id;
}

function whatIsStored(): { stored: string; log: string } {
  using database = new DatabaseSync(join(server.folder, 'data', 'tertulia.db'), { readOnly: true });
  return {
    stored: JSON.stringify(database.prepare('select * from password_reset').all()),
    log: JSON.stringify(database.prepare('select * from audit_entry').all()),
  };
}
