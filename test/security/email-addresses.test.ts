import { describe, expect, it } from 'vitest';
import { deletesAccount } from '../support/people/account-deletion.js';
import { anAdministrator, disables, toldAbout } from '../support/people/administration.js';
import { aCast } from '../support/people/cast.js';
import {
  addressOf,
  CONFIRM,
  confirms,
  emailAddressOf,
  FORGOT,
  forgets,
  hasAddress,
  REMOVE_ADDRESS,
  removesAddress,
  RESEND,
  resendsConfirmation,
  SET_ADDRESS,
  SET_EMAIL_NOTIFICATIONS,
  setsAddress,
  wantsEmail,
} from '../support/people/email.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { MailServer, pathIn, plain, tokenIn } from '../support/servers/mail-server.js';
import { countIn, rowsOf } from '../support/servers/own-rows.js';
import { aServer } from '../support/servers/server.js';

const mail = await MailServer.opens();
const server = await aServer(mail.settings);
const administrator = await anAdministrator(server);
const NOBODY = { address: null, pendingAddress: null, pendingUntil: null, failingSince: null, failure: null };

describe('an address', () => {
  it('is somebody’s once they have followed the link that was sent there, signed in or not; once', async () => {
    const { ada } = await aCast(server);
    const address = addressOf(ada);
    const waiting = { ...NOBODY, pendingAddress: address, pendingUntil: expect.any(String) as string };
    expect(await emailAddressOf(ada)).toBeNull();
    expect(await setsAddress(ada, address)).toEqual(waiting);
    const [link] = await mail.hears(address);
    if (!link) throw new Error('Nothing came.');
    expect(plain(link.subject)).toBe('Confirm your e-mail address for Tertulia');
    expect(plain(link.text)).toContain(`@${ada.username} on Tertulia wants to get e-mail`);
    expect(await emailAddressOf(ada)).toEqual(waiting);
    expect(await confirms(server, tokenIn(link, '/confirm-email/'))).toBe(address);
    expect(await emailAddressOf(ada)).toEqual({ ...NOBODY, address });
    expect(await confirms(server, tokenIn(link, '/confirm-email/'))).toBe('NOT_FOUND');
  });

  it('is changed by a page that is only looked at by nobody', async () => {
    const { ada } = await aCast(server);
    await setsAddress(ada, addressOf(ada));
    const [link] = await mail.hears(addressOf(ada));
    if (!link) throw new Error('Nothing came.');
    const path = pathIn(link, '/confirm-email/');
    for (const method of ['GET', 'HEAD']) expect((await fetch(`${server.url}${path}`, { method })).status).toBe(200);
    expect(await emailAddressOf(ada)).toMatchObject({ address: null });
    expect(await confirms(server, tokenIn(link, '/confirm-email/'))).toBe(addressOf(ada));
  });

  it('stays the one before until the new one is confirmed; then the old one is told', async () => {
    const { ada } = await aCast(server);
    const old = await hasAddress(ada, mail);
    const wanted = `new.${old}`;
    expect(await setsAddress(ada, wanted)).toMatchObject({ address: old, pendingAddress: wanted });
    await mail.hears(wanted);
    expect(mail.to(old)).toHaveLength(1);
    await hasAddress(ada, mail, wanted);
    const told = (await mail.hears(old, 2)).at(-1);
    expect(plain(told?.subject)).toBe('Your e-mail address on Tertulia was changed');
    expect(told?.text).not.toContain(wanted);
    expect(await emailAddressOf(ada)).toMatchObject({ address: wanted, pendingAddress: null });
  });

  it('is removed with one that waits; the address is told, and a link to it is worth nothing', async () => {
    const { ada } = await aCast(server);
    const address = await hasAddress(ada, mail);
    await setsAddress(ada, `b.${address}`);
    const [link] = await mail.hears(`b.${address}`);
    await removesAddress(ada);
    expect(await emailAddressOf(ada)).toBeNull();
    await mail.hears(address, 2);
    expect(await confirms(server, link ? tokenIn(link, '/confirm-email/') : '')).toBe('NOT_FOUND');
  });

  it('is confirmed by the newest link alone, within a day', async () => {
    const other = await aServer(mail.settings);
    const ada = await Person.registers(other, 'ada.of.a.day');
    await setsAddress(ada, addressOf(ada));
    await mail.hears(addressOf(ada));
    await resendsConfirmation(ada);
    const [first, second] = (await mail.hears(addressOf(ada), 2)).map((one) => tokenIn(one, '/confirm-email/'));
    expect(second).not.toBe(first);
    expect(await confirms(other, first ?? '')).toBe('NOT_FOUND');
    other.clock.advance({ minutes: 24 * 60 + 1 });
    expect(await confirms(other, second ?? '')).toBe('NOT_FOUND');
  });

  it('is not confirmed for who is disabled, nor for who is gone', async () => {
    const { ada, ben } = await aCast(server);
    for (const who of [ada, ben]) await setsAddress(who, addressOf(who));
    const links = await Promise.all([ada, ben].map(async (who) => (await mail.hears(addressOf(who)))[0]));
    await disables(administrator, ada);
    await deletesAccount(ben);
    for (const link of links)
      expect(await confirms(server, link ? tokenIn(link, '/confirm-email/') : '')).toBe('NOT_FOUND');
  });

  it('is set and removed by whoever knows the password, and by nobody else', async () => {
    const { ada } = await aCast(server);
    await hasAddress(ada, mail);
    const input = { address: 'otto@elsewhere.example.org', currentPassword: 'a wrong guess' };
    await ada.isRefused('BAD_USER_INPUT', SET_ADDRESS, { input });
    await ada.isRefused('BAD_USER_INPUT', REMOVE_ADDRESS, { password: 'a wrong guess' });
    expect(await emailAddressOf(ada)).toEqual({ ...NOBODY, address: addressOf(ada) });
    expect(mail.to(input.address)).toEqual([]);
    const told = await toldAbout(administrator, ada);
    expect(told.filter(({ action }) => action === 'EMAIL_ADDRESS_CHANGE_REFUSED')).toHaveLength(2);
    expect(told.filter(({ action }) => action === 'EMAIL_ADDRESS_CONFIRMED')).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('@people.example.org');
  });

  it('has to be one that a mail server takes', async () => {
    const { ada } = await aCast(server);
    const wrong = [
      '',
      'ada',
      '@example.org',
      'ada@',
      'a b@example.org',
      'ada@exa mple.org',
      'ada@example.org, b@example.org',
    ];
    const worse = [
      'ada@example.org\r\nBcc: b@example.org',
      'ädä@example.org',
      `${'a'.repeat(65)}@example.org`,
      'a@b@c',
      '"a"@b.org',
    ];
    for (const address of [...wrong, ...worse])
      await ada.isRefused('BAD_USER_INPUT', SET_ADDRESS, { input: { address, currentPassword: PASSWORD } });
    expect(await setsAddress(ada, ' ada.b+c@BÜCHER.example ')).toMatchObject({
      pendingAddress: 'ada.b+c@xn--bcher-kva.example',
    });
  });

  it('is no guest’s', async () => {
    const guest = await Person.entersAsGuest(server, 'Gast');
    const input = { address: 'guest@example.org', currentPassword: '' };
    await guest.isRefused('FORBIDDEN', SET_ADDRESS, { input });
    await guest.isRefused('FORBIDDEN', RESEND);
    await guest.isRefused('FORBIDDEN', REMOVE_ADDRESS, { password: '' });
  });

  it('goes with the account, and so does all that was to go there', async () => {
    const { ada, ben } = await aCast(server);
    const address = await hasAddress(ada, mail);
    await wantsEmail(ada, { digest: true });
    await forgets(server, ada.username);
    await mail.hears(address, 2);
    const { id } = await ben.says(`@${ada.username}`, await aRoom(ben, [ada]));
    await expect.poll(() => countIn(server, 'missed_message', { message_id: id })).toBe(1);
    await deletesAccount(ada);
    const left = ['email_address', 'email_preference', 'mail', 'mailed_password_reset', 'missed_message'];
    for (const table of left)
      await expect.poll(() => countIn(server, table, { user_id: ada.id }), { message: table }).toBe(0);
    expect(JSON.stringify(await rowsOf(server, 'email_address'))).not.toContain(address);
  });

  it('that waits to be confirmed goes with the old password', async () => {
    const { ada } = await aCast(server);
    await setsAddress(ada, addressOf(ada));
    const [link] = await mail.hears(addressOf(ada));
    await ada.asks(
      `mutation { changePassword(input: { currentPassword: "${PASSWORD}", newPassword: "battery staple" }) { user { id } } }`,
    );
    expect(await confirms(server, link ? tokenIn(link, '/confirm-email/') : '')).toBe('NOT_FOUND');
  });

  it('is kept beside a token that nobody who reads the database alone can make', async () => {
    const { ada } = await aCast(server);
    await setsAddress(ada, addressOf(ada));
    const [link] = await mail.hears(addressOf(ada));
    const token = link ? tokenIn(link, '/confirm-email/') : '';
    const stored = await Promise.all(['email_address', 'mail'].map((table) => rowsOf(server, table)));
    expect(token).toHaveLength(43);
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});

describe('others', () => {
  it('see no address: not members, not moderators, not administrators, by no field of the schema', async () => {
    const { ada, ben } = await aCast(server);
    const address = await hasAddress(ada, mail);
    await expect(
      ben.asks(`query ($id: ID!) { user(userId: $id) { emailAddress { address } } }`, { id: ada.id }),
    ).rejects.toThrow();
    const { __schema } = await ben.asks<{
      __schema: { types: { name: string; fields: { name: string; type: unknown }[] | null }[] };
    }>('{ __schema { types { name fields { name type { name ofType { name } } } } } }');
    const holders = __schema.types.flatMap(({ name, fields }) =>
      (fields ?? [])
        .filter(({ type }) => JSON.stringify(type).includes('"EmailAddress"'))
        .map((field) => `${name}.${field.name}`),
    );
    expect(holders.toSorted()).toEqual([
      'EmailAddressChanged.emailAddress',
      'ResendEmailConfirmationPayload.emailAddress',
      'SetEmailAddressPayload.emailAddress',
      'Viewer.emailAddress',
    ]);
    for (const who of [ben, administrator]) {
      expect(JSON.stringify(await emailAddressOf(who))).not.toContain(address);
      const { users } = await who.asks<{ users: unknown }>('{ users(query: "ada") { id username displayName about } }');
      expect(JSON.stringify(users)).not.toContain(address);
    }
  });
});

describe('how often', () => {
  it('links are sent is bounded for an account and for an address', async () => {
    const strict = await aServer({ ...mail.settings, RATE_LIMITS: 'on' });
    const [ada, ben] = [await Person.registers(strict, 'ada'), await Person.registers(strict, 'ben')];
    for (let count = 1; count <= 5; count += 1) await setsAddress(ada, 'victim@example.org');
    const to = (address: string) => ({ input: { address, currentPassword: PASSWORD } });
    expect(
      (await ada.isRefused('RATE_LIMITED', SET_ADDRESS, to('other@example.org'))).extensions.retryAfter,
    ).toBeGreaterThan(0);
    await ben.isRefused('RATE_LIMITED', SET_ADDRESS, to('VICTIM@example.org'));
    await setsAddress(ben, 'ben@example.org');
  });
});

describe('a server without MAIL_URL', () => {
  it('says so, and refuses each mutation', async () => {
    const quiet = await aServer();
    const ada = await Person.registers(quiet, 'ada');
    const visitor = (query: string, variables: Record<string, unknown>) => exchange(quiet.url, query, variables);
    expect(await ada.asks('{ server { sendsEmail } viewer { emailAddress { address } } }')).toEqual({
      server: { sendsEmail: false },
      viewer: { emailAddress: null },
    });
    await ada.isRefused('FORBIDDEN', SET_ADDRESS, { input: { address: 'ada@example.org', currentPassword: PASSWORD } });
    await ada.isRefused('FORBIDDEN', RESEND);
    await ada.isRefused('FORBIDDEN', REMOVE_ADDRESS, { password: PASSWORD });
    await ada.isRefused('FORBIDDEN', SET_EMAIL_NOTIFICATIONS, { input: { digest: true } });
    expect(refusalIn((await visitor(FORGOT, { who: 'ada' })).answer).code).toBe('FORBIDDEN');
    expect(refusalIn((await visitor(CONFIRM, { token: 'x' })).answer).code).toBe('FORBIDDEN');
    expect(refusalIn(await forgets(quiet, 'ada')).message).toBe('This server sends no e-mail.');
  });
});
