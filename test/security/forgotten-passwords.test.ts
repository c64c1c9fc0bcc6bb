import { describe, expect, it } from 'vitest';
import { login, viewerOf } from '../support/people/accounts.js';
import { deletesAccount } from '../support/people/account-deletion.js';
import { anAdministrator, disables, enables, makesResetLink, toldAbout } from '../support/people/administration.js';
import { aCast } from '../support/people/cast.js';
import { addressOf, forgets, hasAddress, setsAddress } from '../support/people/email.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { exchange } from '../support/requests/exchange.js';
import { MailServer, plain, tokenIn } from '../support/servers/mail-server.js';
import { countIn, rowsOf } from '../support/servers/own-rows.js';
import { aServer, type TestServer } from '../support/servers/server.js';

const mail = await MailServer.opens();
const server = await aServer(mail.settings);
const administrator = await anAdministrator(server);
const CHOSEN = 'battery staple';
const RESET = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { user { id } } }';

async function follow(token: string, newPassword = CHOSEN, { url }: Pick<TestServer, 'url'> = server): Promise<string> {
  const { answer } = await exchange<{ resetPassword: { user: { id: string } } }>(url, RESET, {
    input: { token, newPassword },
  });
  return answer.data?.resetPassword?.user.id ?? answer.errors?.[0]?.extensions.code ?? '';
}

async function canSignIn({ username }: Person, password: string): Promise<boolean> {
  return (await login(server, { username, password })).answer.errors === undefined;
}

/** The token of the newest link that came, once there are so many e-mails. */
async function linkAt(address: string, count: number): Promise<string> {
  const newest = (await mail.hears(address, count)).at(-1);
  return newest ? tokenIn(newest, '/reset/') : '';
}

describe('a forgotten password', () => {
  it('is replaced by a link to the confirmed address: all sessions and sockets end, and the owner is told', async () => {
    const { ada } = await aCast(server);
    const address = await hasAddress(ada, mail);
    const socket = await ada.opensSocket();
    expect(await forgets(server, ada.username.toUpperCase())).toEqual({ data: { requestPasswordReset: { ok: true } } });
    const token = await linkAt(address, 2);
    expect(await canSignIn(ada, PASSWORD)).toBe(true);
    expect(await follow(token)).toBe(ada.id);
    expect(await socket.closed).toBe(4401);
    expect(await viewerOf(server, ada.accessToken)).toBeNull();
    expect([await canSignIn(ada, PASSWORD), await canSignIn(ada, CHOSEN)]).toEqual([false, true]);
    const told = (await mail.hears(address, 3)).at(-1);
    expect(plain(told?.subject)).toBe('Your password on Tertulia was changed');
    expect(told?.text).not.toContain(CHOSEN);
    const entries = (await toldAbout(administrator, ada)).filter(({ action }) => action.startsWith('PASSWORD_RESET'));
    expect(entries).toMatchObject([
      { action: 'PASSWORD_RESET_REQUESTED', detail: null },
      { action: 'PASSWORD_RESET', detail: 'by e-mail' },
    ]);
  });

  it('is asked for by the address as well, for each account that has it', async () => {
    const { ada, ben } = await aCast(server);
    const address = `both.${addressOf(ada)}`;
    for (const who of [ada, ben]) await hasAddress(who, mail, address);
    const before = mail.to(address).length;
    await forgets(server, address.toUpperCase());
    const links = (await mail.hears(address, before + 2)).slice(before);
    expect(
      links.map(({ text }) => [ada, ben].findIndex(({ username }) => plain(text).includes(`@${username} `))).toSorted(),
    ).toEqual([0, 1]);
  });

  it('is answered alike, and not sooner, for who has no address, is disabled, is gone, a guest, or never was', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const guest = await Person.entersAsGuest(server, 'Gast of no mail');
    await hasAddress(ada, mail);
    await hasAddress(ben, mail);
    await setsAddress(cleo, addressOf(cleo));
    await mail.hears(addressOf(cleo));
    await hasAddress(otto, mail);
    await disables(administrator, ben);
    await deletesAccount(otto);
    const sentBefore = mail.received.length;
    const asked = [ada, ben, cleo, otto, guest].map(({ username }) => username);
    const times: number[] = [];
    for (const who of [...asked, 'nobody', addressOf(otto), '', `${'x'.repeat(300)}@example.org`, 'a\0b']) {
      const begun = performance.now();
      expect(await forgets(server, who)).toEqual({ data: { requestPasswordReset: { ok: true } } });
      times.push(performance.now() - begun);
    }
    expect(Math.min(...times)).toBeGreaterThanOrEqual(390);
    await mail.hears(addressOf(ada), 2);
    await forgets(server, ada.username);
    await mail.hears(addressOf(ada), 3);
    expect(mail.received.slice(sentBefore).map(({ to }) => to.text)).toEqual([addressOf(ada), addressOf(ada)]);
  });

  it('has a link that works once, within an hour, and of several the others end with the first', async () => {
    const other = await aServer(mail.settings);
    const ada = await Person.registers(other, 'ada.of.an.hour');
    const address = await hasAddress(ada, mail);
    await forgets(other, ada.username);
    const first = await linkAt(address, 2);
    await forgets(other, ada.username);
    const second = await linkAt(address, 3);
    expect(await follow(first, CHOSEN, other)).toBe(ada.id);
    expect(await follow(first, CHOSEN, other)).toBe('NOT_FOUND');
    expect(await follow(second, 'another of mine', other)).toBe('NOT_FOUND');
    await forgets(other, ada.username);
    const late = await linkAt(address, 5);
    other.clock.advance({ minutes: 61 });
    expect(await follow(late, 'another of mine', other)).toBe('NOT_FOUND');
  });

  it('ends no link that an administrator made, whoever asks', async () => {
    const { ada } = await aCast(server);
    await hasAddress(ada, mail);
    const { token } = await makesResetLink(administrator, ada);
    await forgets(server, ada.username);
    await linkAt(addressOf(ada), 2);
    expect(await follow(token)).toBe(ada.id);
  });

  it('is worth nothing once the account is disabled, also after it is enabled again, or has another password', async () => {
    const { ada, ben } = await aCast(server);
    for (const who of [ada, ben]) {
      await hasAddress(who, mail);
      await forgets(server, who.username);
    }
    const [adas, bens] = [await linkAt(addressOf(ada), 2), await linkAt(addressOf(ben), 2)];
    await disables(administrator, ada);
    expect(await follow(adas)).toBe('NOT_FOUND');
    await enables(administrator, ada);
    expect(await follow(adas)).toBe('NOT_FOUND');
    await ben.asks(
      `mutation { changePassword(input: { currentPassword: "${PASSWORD}", newPassword: "${CHOSEN}" }) { user { id } } }`,
    );
    expect(await follow(bens, 'another of mine')).toBe('NOT_FOUND');
    expect(plain((await mail.hears(addressOf(ben), 3)).at(-1)?.subject)).toBe('Your password on Tertulia was changed');
  });

  it('leaves no token in the database', async () => {
    const { ada } = await aCast(server);
    const address = await hasAddress(ada, mail);
    await forgets(server, ada.username);
    const token = await linkAt(address, 2);
    const tables = ['mailed_password_reset', 'mail', 'audit_entry'];
    const stored = await Promise.all(tables.map((table) => rowsOf(server, table)));
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('is sent to one account three times an hour, and more is answered alike; to one who asks for many ten times', async () => {
    const strict = await aServer({ ...mail.settings, RATE_LIMITS: 'on' });
    const ada = await Person.registers(strict, 'ada.often');
    const address = await hasAddress(ada, mail);
    for (let count = 1; count <= 5; count += 1)
      expect(await forgets(strict, ada.username)).toEqual({ data: { requestPasswordReset: { ok: true } } });
    await mail.hears(address, 4);
    for (let count = 6; count <= 10; count += 1) await forgets(strict, `nobody ${String(count)}`);
    expect((await forgets(strict, 'nobody')).errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    expect(await countIn(strict, 'mail', { kind: 'PASSWORD_RESET' })).toBe(3);
  });
});
