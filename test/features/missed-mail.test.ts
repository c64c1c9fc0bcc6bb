import { describe, expect, it } from 'vitest';
import { renews } from '../support/people/accounts.js';
import { anAdministrator, disables } from '../support/people/administration.js';
import { aCast } from '../support/people/cast.js';
import { blocks, opensDirect } from '../support/people/direct-rooms.js';
import { emailWantedBy, hasAddress, wantsEmail } from '../support/people/email.js';
import { deletesRoom } from '../support/people/looking-after.js';
import { asksWhy, doesNotWantToBeDisturbed, usesDevice, wishes } from '../support/people/notifications.js';
import { LEAVE, Person } from '../support/people/person.js';
import { prefers, reads } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { looksAtMail, MailServer, plain, PUBLIC_URL, type Received, tokenIn } from '../support/servers/mail-server.js';
import { countIn } from '../support/servers/own-rows.js';
import { aServer } from '../support/servers/server.js';

const mail = await MailServer.opens();

/** A server of the test's own, whose clock it moves; Ben has an address, and is in a room of Ada's. */
async function aScene() {
  const server = await aServer(mail.settings);
  const cast = await aCast(server);
  const room = await aRoom(cast.ada, [cast.ben, cast.cleo]);
  const address = await hasAddress(cast.ben, mail);
  mail.received.length = 0;
  const later = async (minutes: number): Promise<void> => {
    server.clock.advance({ minutes });
    looksAtMail(server);
    await isQuiet();
    // Their access tokens have run out by now.
    await Promise.all([cast.ada, cast.ben, cast.cleo].map(renews));
  };
  /** Everything that was said is decided, and everything that was due is dealt with. */
  const isQuiet = async (): Promise<void> => {
    await expect.poll(() => countIn(server, 'notification_due', {})).toBe(0);
    const now = server.clock.now().getTime();
    await expect
      .poll(() => {
        looksAtMail(server);
        return countIn(
          server,
          'missed_message',
          {},
          `status = 'WAITING' and mail_id is null and due_at <= ${String(now)}`,
        );
      })
      .toBe(0);
    await expect
      .poll(() =>
        countIn(server, 'mail', {}, `status = 'WAITING' and attempts = 0 and next_attempt_at <= ${String(now)}`),
      )
      .toBe(0);
  };
  const decided = async (messageId: string): Promise<void> => {
    await expect.poll(() => countIn(server, 'missed_message', { message_id: messageId })).toBeGreaterThan(0);
  };
  return { server, ...cast, room, address, later, decided };
}

function said(told: Received | undefined): string {
  return plain(told?.text);
}

describe('a message that was not read after a while', () => {
  it('is told in one e-mail with all that waits, without what was said, by one who is told where', async () => {
    const { ada, ben, cleo, room, address, later, decided } = await aScene();
    const first = await ada.says(`Tea, @${ben.username}?`, room);
    const direct = await cleo.says('Are you there?', await opensDirect(cleo, [ben]));
    await ada.says('Nothing for anybody', room);
    await decided(first.id);
    await decided(direct.id);
    expect(await asksWhy(ben, first)).toMatchObject({ reason: 'MENTION', email: { status: 'WAITING' } });
    await later(14);
    expect(mail.to(address)).toEqual([]);
    await later(2);
    const [only, ...more] = await mail.hears(address);
    if (!only) throw new Error('Nothing came.');
    expect(more).toEqual([]);
    expect(plain(only.subject)).toBe('2 messages for you on Tertulia');
    expect(said(only)).toContain(room.name);
    expect(said(only)).toContain(`${ada.username} mentioned you`);
    expect(said(only)).toContain(`${cleo.username} wrote to you`);
    expect(said(only)).toContain(`${PUBLIC_URL}/chat/${room.id}/${String(first.number)}`);
    expect(only.raw).not.toContain('Tea');
    expect(only.raw).not.toContain('Are you there');
    await expect.poll(async () => (await asksWhy(ben, first)).email?.status).toBe('SENT');
    await later(300);
    expect(mail.to(address)).toHaveLength(1);
  });

  it('shows what was said to whoever wants that, in text and in HTML without anything from elsewhere', async () => {
    const { ada, ben, room, address, later, decided } = await aScene();
    await wantsEmail(ben, { showsText: true });
    const { id } = await ada.says(`@${ben.username} <b>שלום</b> & سلام ${'x'.repeat(900)}`, room);
    await decided(id);
    await later(16);
    const [only] = await mail.hears(address);
    expect(said(only)).toContain('<b>שלום</b> & سلام');
    expect(said(only)).toContain('…');
    const html = only?.html === false ? '' : (only?.html ?? '');
    expect(html).toContain('&lt;b&gt;שלום&lt;/b&gt; &amp; سلام');
    expect(html).toContain('dir="auto"');
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(/i);
  });

  it('is told once an hour at most', async () => {
    const { ada, ben, room, address, later, decided } = await aScene();
    await decided((await ada.says(`@${ben.username} one`, room)).id);
    await later(16);
    await mail.hears(address);
    await decided((await ada.says(`@${ben.username} two`, room)).id);
    await decided((await ada.says(`@${ben.username} three`, room)).id);
    await later(40);
    expect(mail.to(address)).toHaveLength(1);
    await later(25);
    expect(plain((await mail.hears(address, 2)).at(-1)?.subject)).toBe('2 messages for you on Tertulia');
  });
});

describe('nothing is sent', () => {
  it('of what was read, deleted, or lies in a room that one has left, muted, silenced, or is blocked', async () => {
    const { ada, ben, cleo, later, address, decided } = await aScene();
    const places = await Promise.all(Array.from({ length: 6 }, () => aRoom(ada, [ben, cleo])));
    const sent = await Promise.all(
      places.map(async (place, index) =>
        (index === 5 ? cleo : ada).says(`@${ben.username} word ${String(index)}`, place),
      ),
    );
    for (const { id } of sent) await decided(id);
    const [read, left, muted, silenced, deleted] = places;
    const [first] = sent;
    if (!read || !left || !muted || !silenced || !deleted || !first) throw new Error('No rooms.');
    await reads(ben, read, first.number);
    await ben.asks(LEAVE, { id: left.id });
    await prefers(ben, muted, { isMuted: true });
    await prefers(ben, silenced, { notify: 'NOTHING' });
    await deletesRoom(ada, deleted);
    await blocks(ben, cleo);
    await later(16);
    const last = await ada.says(`@${ben.username} the last`, read);
    await decided(last.id);
    await later(70);
    const [only, ...more] = await mail.hears(address);
    expect(more).toEqual([]);
    expect(plain(only?.subject)).toBe(`${ada.username} mentioned you in ${read.name}`);
    expect(await asksWhy(ben, first)).toMatchObject({ email: { status: 'WITHHELD' } });
  });

  it('while a device is in use; and afterwards, where it was not read by then', async () => {
    const { server, ada, ben, room, address, later, decided } = await aScene();
    await decided((await ada.says(`@${ben.username}`, room)).id);
    server.clock.advance({ minutes: 15 });
    await renews(ben);
    await usesDevice(ben);
    await later(0.5);
    expect(mail.to(address)).toEqual([]);
    await later(6);
    await mail.hears(address);
  });

  it('in do-not-disturb and in quiet hours; and once they are over, also of what came in them', async () => {
    const { server, ada, ben, room, address, later, decided } = await aScene();
    await doesNotWantToBeDisturbed(ben, new Date(server.clock.now().getTime() + 3 * 3_600_000));
    await decided((await ada.says(`@${ben.username} by night`, room)).id);
    await later(120);
    expect(mail.to(address)).toEqual([]);
    await later(61);
    await mail.hears(address);
    const hours = (ahead: number) =>
      new Date(server.clock.now().getTime() + ahead * 3_600_000).toISOString().slice(11, 16);
    const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
    await wishes(ben, { quietHours: { from: hours(-1), until: hours(3), days, timeZone: 'UTC' } });
    await decided((await ada.says(`@${ben.username} again`, room)).id);
    await later(120);
    expect(mail.to(address)).toHaveLength(1);
    await later(80);
    await mail.hears(address, 2);
  });

  it('to who does not want it, has no address, or is disabled', async () => {
    const { server, ada, ben, cleo, room, address, later } = await aScene();
    const administrator = await anAdministrator(server);
    const cleos = await hasAddress(cleo, mail);
    await wantsEmail(ben, { missedMessages: false });
    const { id } = await ada.says(`@${ben.username} @${cleo.username}`, room);
    await expect.poll(() => countIn(server, 'missed_message', { message_id: id })).toBe(1);
    expect(await countIn(server, 'missed_message', { user_id: ben.id })).toBe(0);
    await disables(administrator, cleo);
    const before = mail.to(cleos).length;
    await later(16);
    expect(mail.to(address)).toEqual([]);
    expect(mail.to(cleos)).toHaveLength(before);
  });

  it('of what was due more than a day ago: the server was down, or came back from a backup', async () => {
    const { server, ada, ben, room, address, later, decided } = await aScene();
    await decided((await ada.says(`@${ben.username}`, room)).id);
    await later(60 * 25);
    expect(mail.to(address)).toEqual([]);
    expect(await countIn(server, 'missed_message', { status: 'WITHHELD' })).toBe(1);
  });
});

describe('a name', () => {
  it('of a person or a room breaks no header, and stands in its own direction', async () => {
    const server = await aServer(mail.settings);
    const ada = await Person.registers(server, 'ada', 'Ada "x" <a@b.c>, עדה');
    const ben = await Person.registers(server, 'ben');
    const address = await hasAddress(ben, mail, 'ben@names.example.org');
    const room = await ada.creates('Küche: \u05de\u05d8\u05d1\u05d7 =?utf-8?q?x?= Bcc: otto@example.org');
    await ada.adds(ben, room);
    const { id } = await ada.says('@ben', room);
    await expect.poll(() => countIn(server, 'missed_message', { message_id: id })).toBe(1);
    server.clock.advance({ minutes: 16 });
    looksAtMail(server);
    const told = (await mail.hears(address, 2)).at(-1);
    expect(told?.subject).toContain(`\u2068${room.name}\u2069`);
    expect(told?.headers.has('bcc')).toBe(false);
    expect(told?.to.value).toEqual([{ address, name: '' }]);
    expect(told?.from?.value).toEqual([{ address: 'chat@example.org', name: 'Tertulia' }]);
    expect(told?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(told?.messageId).toMatch(/^<[0-9a-f-]{36}@example\.org>$/);
  });
});

describe('unsubscribing', () => {
  it('is one POST without cookies or sign-in (RFC 8058), which a page that is only looked at is not', async () => {
    const { server, ada, ben, room, address, later, decided } = await aScene();
    await decided((await ada.says(`@${ben.username}`, room)).id);
    await later(16);
    const [told] = await mail.hears(address);
    const header = /^List-Unsubscribe: <(.+)>\r?$/m.exec(told?.raw.replace(/\r?\n[ \t]+/g, ' ') ?? '')?.[1] ?? '';
    expect(told?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    const url = header.replace(PUBLIC_URL, server.url);
    expect((await fetch(url)).status).toBe(200);
    expect(await emailWantedBy(ben)).toMatchObject({ missedMessages: true });
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    for (const way of [1, 2]) expect((await fetch(url, { method: 'POST', body })).status, String(way)).toBe(200);
    expect(await emailWantedBy(ben)).toMatchObject({ missedMessages: false, digest: false });
    const forged = `${url.slice(0, -4)}AAAA`;
    expect((await fetch(forged, { method: 'POST', body })).status).toBe(404);
  });

  it('ends nothing once the address is another one, and nothing of anybody else', async () => {
    const { server, ada, ben, cleo, room, address, later, decided } = await aScene();
    await decided((await ada.says(`@${ben.username}`, room)).id);
    await later(16);
    const [told] = await mail.hears(address);
    const token = told ? tokenIn(told, '/unsubscribe/') : '';
    const post = (sealed: string) => fetch(`${server.url}/unsubscribe/${sealed}`, { method: 'POST' });
    expect((await post(token.replace(ben.id, cleo.id))).status).toBe(404);
    expect((await post(token.replace(/^m/, 'd'))).status).toBe(404);
    await hasAddress(ben, mail, `new.${address}`);
    expect((await post(token)).status).toBe(404);
    expect(await emailWantedBy(ben)).toMatchObject({ missedMessages: true });
  });
});
