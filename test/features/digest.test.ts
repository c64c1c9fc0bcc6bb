import { describe, expect, it } from 'vitest';
import { blocks, opensDirect } from '../support/people/direct-rooms.js';
import { renews } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { hasAddress, SET_EMAIL_NOTIFICATIONS, wantsEmail } from '../support/people/email.js';
import { LEAVE } from '../support/people/person.js';
import { updatesProfile } from '../support/people/profiles.js';
import { prefers, reads } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { looksAtMail, MailServer, plain } from '../support/servers/mail-server.js';
import { countIn } from '../support/servers/own-rows.js';
import { aServer, type TestServer } from '../support/servers/server.js';

const mail = await MailServer.opens();

/** Ben wants a digest and no other e-mail. */
async function aScene() {
  const server = await aServer(mail.settings);
  const cast = await aCast(server);
  const address = await hasAddress(cast.ben, mail);
  await wantsEmail(cast.ben, { missedMessages: false, digest: true, digestHour: hourIn(server, 2) });
  mail.received.length = 0;
  return { server, ...cast, address };
}

/** Which hour it is so many hours from now, in UTC. */
function hourIn({ clock }: TestServer, hours: number): number {
  return new Date(clock.now().getTime() + hours * 3_600_000).getUTCHours();
}

/** Moves the clock; all that is due by then has been dealt with after that, and everybody has new tokens. */
async function passes({ server, ...cast }: Scene, minutes: number): Promise<void> {
  server.clock.advance({ minutes });
  const now = String(server.clock.now().getTime());
  await expect
    .poll(async () => {
      looksAtMail(server);
      const digests = await countIn(server, 'email_preference', {}, `next_digest_at <= ${now}`);
      return digests + (await countIn(server, 'mail', {}, `status = 'WAITING' and next_attempt_at <= ${now}`));
    })
    .toBe(0);
  for (const who of [cast.ada, cast.ben, cast.cleo]) await renews(who);
}

type Scene = Awaited<ReturnType<typeof aScene>>;

describe('a digest', () => {
  it('comes once a day at its hour, with how much is unread where, and only if there is something', async () => {
    const scene = await aScene();
    const { ada, ben, cleo, address } = scene;
    const room = await aRoom(ada, [ben, cleo]);
    for (const text of ['one', 'two', 'three']) await ada.says(text, room);
    await cleo.says('psst', await opensDirect(cleo, [ben]));
    await passes(scene, 130);
    const [first] = await mail.hears(address);
    expect(plain(first?.subject)).toBe('4 unread messages on Tertulia');
    expect(plain(first?.text)).toContain(`${room.name}: 3 unread messages`);
    expect(plain(first?.text)).toContain(`${cleo.username}: 1 unread message`);
    expect(first?.raw).not.toMatch(/\b(?:one|two|three|psst)\b/);
    expect(first?.raw).toMatch(/^List-Unsubscribe-Post: /m);
    await passes(scene, 24 * 60);
    expect(mail.to(address)).toHaveLength(1);
    await ada.says('four', room);
    await passes(scene, 24 * 60);
    expect(plain((await mail.hears(address, 2)).at(-1)?.subject)).toBe('1 unread message on Tertulia');
  });

  it('has a few lines for whoever wants them, and not a word of a room that one has left, muted or silenced, nor of who is blocked', async () => {
    const scene = await aScene();
    const { ada, ben, cleo, address } = scene;
    await wantsEmail(ben, { showsText: true });
    const [open, left, muted, silenced, seen] = await Promise.all(
      Array.from({ length: 5 }, () => aRoom(ada, [ben, cleo])),
    );
    if (!open || !left || !muted || !silenced || !seen) throw new Error('No rooms.');
    for (const text of ['alpha', 'beta', 'gamma', 'delta']) await ada.says(text, open);
    await cleo.says('from somebody blocked', open);
    await blocks(ben, cleo);
    for (const place of [left, muted, silenced]) await ada.says('a word too much', place);
    const read = await ada.says('read already', seen);
    await reads(ben, seen, read.number);
    await ben.asks(LEAVE, { id: left.id });
    await prefers(ben, muted, { isMuted: true });
    await prefers(ben, silenced, { notify: 'NOTHING' });
    await passes(scene, 130);
    const [told] = await mail.hears(address);
    const text = plain(told?.text);
    expect(text).toContain(`${open.name}: 4 unread messages`);
    for (const word of ['beta', 'gamma', 'delta']) expect(text).toContain(`${ada.username}: ${word}`);
    for (const word of ['alpha', 'too much', 'already', 'blocked', left.name, muted.name, silenced.name, seen.name])
      expect(text).not.toContain(word);
  });

  it('comes at the hour of one’s own time zone', async () => {
    const scene = await aScene();
    const { server, ada, ben, address } = scene;
    await updatesProfile(ben, { timeZone: 'Asia/Kathmandu' });
    const local = (hours: number) => {
      const at = new Date(server.clock.now().getTime() + hours * 3_600_000);
      return Number(
        new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Kathmandu' }).format(at),
      );
    };
    await wantsEmail(ben, { digestHour: local(5) });
    await ada.says('Hello', await aRoom(ada, [ben]));
    await passes(scene, 3 * 60 + 55);
    expect(mail.to(address)).toEqual([]);
    await passes(scene, 70);
    await mail.hears(address);
  });

  it('that is hours late does not come: the server was down, or came back from a backup', async () => {
    const scene = await aScene();
    const { ada, ben, address } = scene;
    await ada.says('Hello', await aRoom(ada, [ben]));
    await passes(scene, 9 * 60);
    expect(mail.to(address)).toEqual([]);
    await passes(scene, 24 * 60 - 7 * 60 + 5);
    await mail.hears(address);
  });

  it('is wanted at an hour that there is', async () => {
    const { ben } = await aScene();
    for (const digestHour of [-1, 24])
      await ben.isRefused('BAD_USER_INPUT', SET_EMAIL_NOTIFICATIONS, { input: { digestHour } });
    expect(await wantsEmail(ben, { digestHour: 23 })).toMatchObject({ digest: true, digestHour: 23 });
    expect(await wantsEmail(ben, { digest: false })).toMatchObject({ digest: false, digestHour: 23 });
  });
});
