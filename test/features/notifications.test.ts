import { describe, expect, it } from 'vitest';
import { aBotIn } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import { blocks, opensDirect } from '../support/people/direct-rooms.js';
import {
  asksWhy,
  devicesOf,
  doesNotWantToBeDisturbed,
  registers,
  usesDevice,
  WHY,
  wishes,
} from '../support/people/notifications.js';
import { Person } from '../support/people/person.js';
import { prefers, reads } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { adds, begins } from '../support/people/streaming.js';
import { follows, readsThread, threadOn } from '../support/people/threads.js';
import { type Browser, PushService, settingsToPush, vapidOf } from '../support/servers/push-service.js';
import { aServer } from '../support/servers/server.js';
import { knowsNames } from '../support/servers/web-site.js';

const service = await PushService.opens();
const server = await aServer(settingsToPush(service));
knowsNames(server, { 'push.test': ['127.0.0.1'] });

/** Ben and Cleo, each with a browser, in a room of Ada's. */
async function aScene() {
  const cast = await aCast(server);
  const room = await aRoom(cast.ada, [cast.ben, cast.cleo]);
  const browsers = { ben: service.browser(), cleo: service.browser() };
  await registers(cast.ben, browsers.ben, 'Ben’s phone');
  await registers(cast.cleo, browsers.cleo);
  return { ...cast, room, browsers };
}

/** What was said before has been decided: something that is told in any case comes after all that is not. */
async function isDecided(browser: Browser, from: Person, to: Person): Promise<void> {
  const { id } = await from.says('Are you there?', await opensDirect(from, [to]));
  await expect.poll(() => browser.news.map(({ messageId }) => messageId)).toContain(id);
}

async function hearsOnly(browser: Browser, from: Person, to: Person, messageIds: readonly string[]): Promise<void> {
  await isDecided(browser, from, to);
  await expect.poll(() => heardIn(browser).toSorted()).toEqual([...messageIds].toSorted());
}

/** Of rooms. */
function heardIn({ news }: Browser): string[] {
  return news.flatMap(({ kind, reason, messageId = '' }) =>
    kind === 'message' && reason !== 'DIRECT_MESSAGE' ? [messageId] : [],
  );
}

describe('a mention', () => {
  it('is told to the browser of whoever is named, encrypted for it alone, by a server that shows who it is', async () => {
    const { ada, ben, cleo, room, browsers } = await aScene();
    const message = await ada.says(`Tea, @${ben.username}?`, room);
    const [news] = await browsers.ben.hears();
    expect(news).toEqual({
      ...{ kind: 'message', tag: message.id, messageId: message.id, roomId: room.id, threadId: null },
      ...{ number: message.number, roomName: room.name, authorId: ada.id, authorName: ada.username },
      ...{ reason: 'MENTION', sentAt: expect.any(String) as string, serverName: 'Tertulia' },
    });
    const [handed] = browsers.ben.handed;
    expect(handed?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high' });
    expect(handed?.headers.topic).toMatch(/^[\w-]{22}$/);
    expect(handed?.body.includes(room.name)).toBe(false);
    expect(handed?.body.length).toBeLessThan(3200);
    const { server: info } = await ada.asks<{ server: { pushPublicKey: string } }>('{ server { pushPublicKey } }');
    const vapid = handed && vapidOf(handed);
    expect(vapid?.key).toBe(info.pushPublicKey);
    expect(vapid?.claims).toMatchObject({
      aud: `https://push.test:${String(service.port)}`,
      sub: 'mailto:admin@example.org',
    });
    const seconds = Number(vapid?.claims.exp) - Date.now() / 1000;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(86_400);
    expect(await asksWhy(ben, message)).toMatchObject({
      isNotified: true,
      reason: 'MENTION',
      deliveries: [{ kind: 'MESSAGE', status: 'SENT', messageId: message.id, deviceName: 'Ben’s phone' }],
    });
    await hearsOnly(browsers.cleo, ada, cleo, []);
  });

  it('shows what was said only to whoever wants that, and no more than a notification has room for', async () => {
    const { ada, ben, cleo, room, browsers } = await aScene();
    await wishes(ben, { showsText: true });
    await ada.says(`@${ben.username} and @${cleo.username}: soup`, room);
    expect((await browsers.ben.hears())[0]).toMatchObject({ text: `@${ben.username} and @${cleo.username}: soup` });
    expect((await browsers.cleo.hears())[0]).not.toHaveProperty('text');
    await ada.says(`@${ben.username} ${'\u{1F372}"'.repeat(1500)}`, room);
    const [, long] = await browsers.ben.hears(2);
    expect(long?.text).toMatch(/…$/);
    expect(browsers.ben.handed[1]?.body.length).toBeLessThan(3200);
  });
});

describe('who is told', () => {
  it('is told of a message that grew for longer than ten minutes, once it is done', async () => {
    const { ada, ben, room, browsers } = await aScene();
    const bot = await aBotIn(ada, room);
    const message = await begins(bot, room);
    for (let minute = 0, offset = 0; minute < 11; minute += 1) {
      for (let part = 0; part < 3; part += 1) {
        server.clock.advance({ seconds: 20 });
        offset = await adds(bot, message, '.', { offset });
      }
    }
    await adds(bot, message, ` @${ben.username}`, { offset: 33, isDone: true });
    expect(await browsers.ben.hears()).toMatchObject([{ messageId: message.id, reason: 'MENTION' }]);
  });

  it('is whoever is answered, named with the room, follows the thread, has a word for it, or wants all; and nobody else', async () => {
    const { ada, ben, room, browsers } = await aScene();
    const his = await ben.says('Who brings tea?', room);
    const answer = await ada.says('I do', room, { replyToId: his.id });
    const all = await ada.says('@room: tea is ready', room);
    await wishes(ben, { keywords: ['Éclairs', 'apple pie'] });
    const word = await ada.says('There are ECLAIRS', room);
    const words = await ada.says('and Apple  Pie.', room);
    await ada.says('No pie, no eclairsss, no apples', room);
    await ada.says('One lump or two?', room, { threadRootId: answer.id });
    await follows(ben, await threadOn(ada, answer), true);
    const reply = await ada.says('With milk', room, { threadRootId: answer.id });
    await isDecided(browsers.ben, ada, ben);
    await prefers(ben, room, { notify: 'ALL' });
    const plain = await ada.says('Good night', room);
    const elsewhere = await ada.says('A thread of its own', room, { threadRootId: plain.id });
    const told = [answer, all, word, words, reply, plain];
    await hearsOnly(
      browsers.ben,
      ada,
      ben,
      told.map(({ id }) => id),
    );
    const reasons = ['REPLY', 'ROOM_MENTION', 'KEYWORD', 'KEYWORD', 'THREAD_REPLY', 'EVERY_MESSAGE'];
    for (const [place, message] of told.entries())
      expect(await asksWhy(ben, message)).toMatchObject({ isNotified: true, reason: reasons[place] });
    expect(await asksWhy(ben, word)).toMatchObject({ keyword: 'Éclairs' });
    expect(await asksWhy(ben, elsewhere)).toMatchObject({ isNotified: false, reason: 'NOT_ADDRESSED', deliveries: [] });
  });

  it('is not whoever wrote it, muted the room, wants nothing of it, blocks who wrote it, or is not in it', async () => {
    const { ada, ben, cleo, otto, room, browsers } = await aScene();
    const ottos = service.browser();
    await registers(otto, ottos);
    const own = await ben.says(`I am @${ben.username}`, room);
    await prefers(ben, room, { isMuted: true });
    const muted = await ada.says(`@${ben.username}!`, room);
    await isDecided(browsers.ben, ada, ben);
    await prefers(ben, room, { isMuted: false, notify: 'NOTHING' });
    const nothing = await ada.says(`@${ben.username}!!`, room);
    await isDecided(browsers.ben, ada, ben);
    await prefers(ben, room, { notify: 'ALL' });
    await blocks(ben, cleo);
    const blocked = await cleo.says(`@${ben.username}!!!`, room);
    await wishes(otto, { keywords: ['secret'] });
    const outside = await ada.says(`A secret, @${otto.username}`, room);
    await hearsOnly(browsers.ben, ada, ben, [outside.id]);
    await hearsOnly(ottos, ada, otto, []);
    for (const [message, reason] of [
      [own, 'OWN_MESSAGE'],
      [blocked, 'AUTHOR_BLOCKED'],
    ] as const)
      expect(await asksWhy(ben, message)).toMatchObject({ isNotified: false, reason });
    // What was not decided then is told by the settings of now.
    await prefers(ben, room, { notify: 'NOTHING' });
    expect(await asksWhy(ben, nothing)).toMatchObject({ isNotified: false, reason: 'LEVEL_NOTHING' });
    await prefers(ben, room, { isMuted: true });
    expect(await asksWhy(ben, muted)).toMatchObject({ isNotified: false, reason: 'ROOM_MUTED' });
    await otto.isRefused('NOT_FOUND', WHY, { id: outside.id });
  });

  it('is nobody who does not want to be disturbed, or has quiet hours, or has read it already', async () => {
    const { ada, ben, cleo, room, browsers } = await aScene();
    await doesNotWantToBeDisturbed(ben, new Date(Date.now() + 3_600_000));
    const disturbing = await ada.says(`Awake, @${ben.username} and @${cleo.username}?`, room);
    // She hears of it once it is decided for both.
    await browsers.cleo.hears(1);
    await doesNotWantToBeDisturbed(ben, null);
    const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
    await wishes(ben, { quietHours: { from: '00:00', until: '00:00', days, timeZone: 'Asia/Karachi' } });
    const late = await ada.says(`Asleep, @${ben.username} and @${cleo.username}?`, room);
    await browsers.cleo.hears(2);
    await wishes(ben, { quietHours: null });
    // What was decided then stays what is told.
    expect(await asksWhy(ben, late)).toMatchObject({ isNotified: false, reason: 'QUIET_HOURS', deliveries: [] });
    expect(await asksWhy(ben, disturbing)).toMatchObject({ isNotified: false, reason: 'DO_NOT_DISTURB' });
    await hearsOnly(browsers.ben, ada, ben, []);
  });

  it('is nobody while they use a device; once they have left it, what they have not read', async () => {
    const { ada, ben, cleo, room, browsers } = await aScene();
    await usesDevice(ben);
    const seen = await ada.says(`@${ben.username}: seen`, room);
    const unseen = await ada.says(`@${ben.username}: not seen`, room);
    await reads(ben, room, seen.number);
    await expect.poll(async () => (await asksWhy(ben, seen)).reason).toBe('ALREADY_READ');
    // What she is told comes after what he would have been.
    await isDecided(browsers.cleo, ada, cleo);
    expect(browsers.ben.handed).toHaveLength(0);
    expect((await asksWhy(ben, unseen)).deliveries).toMatchObject([{ status: 'WAITING' }]);
    await usesDevice(ben, false);
    // So long it waits before it looks again.
    server.clock.advance({ seconds: 21 });
    await hearsOnly(browsers.ben, ada, ben, [unseen.id]);
    // It fades by itself as well.
    await usesDevice(ben);
    const faded = await ada.says(`@${ben.username}: faded`, room);
    server.clock.advance({ seconds: 61 });
    await hearsOnly(browsers.ben, ada, ben, [unseen.id, faded.id]);
  });

  it('is everybody in a direct room, on each of their devices, guests as well; a bystander is told nothing of it', async () => {
    const { ada, ben, cleo, browsers } = await aScene();
    const phone = await Person.signsIn(server, ben.username);
    const second = service.browser();
    await registers(phone, second);
    const message = await ada.says('Just us', await opensDirect(ada, [ben]));
    for (const browser of [browsers.ben, second])
      expect((await browser.hears())[0]).toMatchObject({
        messageId: message.id,
        reason: 'DIRECT_MESSAGE',
        roomName: null,
      });
    await cleo.isRefused('NOT_FOUND', WHY, { id: message.id });
    await hearsOnly(browsers.cleo, ada, cleo, []);
  });
});

describe('a notification is taken back', () => {
  it('where it was read on another device, in the room or in its thread', async () => {
    const { ada, ben, room, browsers } = await aScene();
    const first = await ada.says(`@${ben.username}, one`, room);
    const second = await ada.says(`@${ben.username}, two`, room);
    await browsers.ben.hears(2);
    await expect.poll(async () => (await devicesOf(ben))[0]?.lastDeliveryAt).not.toBeNull();
    await reads(ben, room, first.number);
    expect(await browsers.ben.hears(1, 'close')).toMatchObject([
      { tag: first.id, roomId: room.id, number: first.number },
    ]);
    const [of, back] = [browsers.ben.handed[0], browsers.ben.handed[2]];
    // Where the device was off, the one takes the place of the other at its push service.
    expect(back?.headers.topic).toBe(of?.headers.topic);
    const reply = await ada.says(`@${ben.username}, three`, room, { threadRootId: second.id });
    const thread = await threadOn(ada, second);
    await browsers.ben.hears(3);
    await reads(ben, room, second.number);
    expect((await browsers.ben.hears(2, 'close')).map(({ tag }) => tag)).toEqual([first.id, second.id]);
    await readsThread(ben, room, thread, reply.number);
    expect((await browsers.ben.hears(3, 'close')).at(-1)?.tag).toBe(reply.id);
  });

  it('where the message was deleted, and where its reader is in the room no more', async () => {
    const { ada, ben, cleo, room, browsers } = await aScene();
    const message = await ada.says(`@${ben.username} and @${cleo.username}`, room);
    await browsers.ben.hears();
    await browsers.cleo.hears();
    await ada.removes(ben, room);
    expect((await browsers.ben.hears(1, 'close'))[0]?.tag).toBe(message.id);
    await ada.deletes(message);
    expect((await browsers.cleo.hears(1, 'close'))[0]?.tag).toBe(message.id);
    expect(await asksWhy(cleo, message)).toMatchObject({ isNotified: false, reason: 'MESSAGE_DELETED' });
  });
});

it('what was said in a room never reaches one who left it in between', async () => {
  const { ada, ben, room, browsers } = await aScene();
  await wishes(ben, { showsText: true });
  // Busy for a moment: until it is tried again, he is removed.
  browsers.ben.willAnswer(503);
  const message = await ada.says(`@${ben.username}: secret`, room);
  await expect.poll(() => browsers.ben.handed.length).toBe(1);
  await ada.removes(ben, room);
  server.clock.advance({ seconds: 11 });
  // Once, and that was not taken.
  await hearsOnly(browsers.ben, ada, ben, [message.id]);
});
