import { describe, expect, it } from 'vitest';
import { deletesAccount, isGone } from '../support/people/account-deletion.js';
import { logout } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { opensDirect } from '../support/people/direct-rooms.js';
import {
  asksWhy,
  devicesOf,
  REGISTER_DEVICE,
  registers,
  registrationOf,
  removesDevice,
  TEST_DEVICE,
  testsDevice,
} from '../support/people/notifications.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { deletesRoom, isSwept } from '../support/people/looking-after.js';
import { PushService, settingsToPush } from '../support/servers/push-service.js';
import { aServer } from '../support/servers/server.js';
import { knowsNames } from '../support/servers/web-site.js';
import { rowsIn } from '../support/servers/stored-rows.js';

const service = await PushService.opens();
const server = await aServer(settingsToPush(service));
knowsNames(server, { 'push.test': ['127.0.0.1'], 'other-push.test': ['127.0.0.1'] });

describe('a device', () => {
  it('is registered once however often that is said, by whoever uses the browser last, and is theirs alone', async () => {
    const { ada, ben } = await aCast(server);
    const browser = service.browser();
    const first = await registers(ada, browser, 'Ada’s phone');
    const again = await registers(ada, browser, 'The phone');
    expect(again).toEqual({ ...first, deviceName: 'The phone' });
    expect(again).toMatchObject({ isCurrent: true, lastDeliveryAt: null, deliveries: [] });
    expect(await devicesOf(await Person.signsIn(server, ada.username))).toMatchObject([
      { id: first.id, isCurrent: false },
    ]);
    expect(await devicesOf(ben)).toEqual([]);
    const bens = await registers(ben, browser);
    expect(bens.id).not.toBe(first.id);
    expect(await devicesOf(ada)).toEqual([]);
    const room = await aRoom(ada, [ben]);
    await ben.says(`@${ada.username}`, room);
    const message = await ada.says(`@${ben.username}`, room);
    expect((await browser.hears()).map(({ messageId }) => messageId)).toEqual([message.id]);
  });

  it('is one of twenty at most', async () => {
    const { ada } = await aCast(server);
    for (let count = 0; count < 20; count += 1) await registers(ada, service.browser());
    await ada.isRefused('CONFLICT', REGISTER_DEVICE, { input: registrationOf(service.browser()) });
    const [newest] = await devicesOf(ada);
    await removesDevice(ada, newest ?? { id: '' });
    await registers(ada, service.browser());
    expect(await devicesOf(ada)).toHaveLength(20);
  });

  it('is tested by its owner, whatever their settings, and by nobody else; what became of that is told', async () => {
    const { ada, ben } = await aCast(server);
    const browser = service.browser();
    const device = await registers(ada, browser);
    await testsDevice(ada, device);
    expect(await browser.hears(1, 'test')).toEqual([{ kind: 'test', tag: 'test', serverName: 'Tertulia' }]);
    await expect
      .poll(async () => (await devicesOf(ada))[0]?.deliveries)
      .toMatchObject([{ kind: 'TEST', status: 'SENT', messageId: null }]);
    expect((await devicesOf(ada))[0]?.lastDeliveryAt).not.toBeNull();
    await ben.isRefused('NOT_FOUND', TEST_DEVICE, { id: device.id });
    await removesDevice(ben, device);
    expect(await devicesOf(ada)).toHaveLength(1);
    for (let count = 0; count < 12; count += 1) await testsDevice(ada, device);
    await browser.hears(13, 'test');
    expect((await devicesOf(ada))[0]?.deliveries).toHaveLength(10);
    await removesDevice(ada, device);
    await removesDevice(ada, device);
    await ada.isRefused('NOT_FOUND', TEST_DEVICE, { id: device.id });
  });

  it.each([404, 410])('is forgotten where its push service answers %i', async (status) => {
    const { ada, ben } = await aCast(server);
    const [gone, there] = [service.browser(), service.browser()];
    await registers(ada, gone, 'The old phone');
    await registers(ada, there, 'The new phone');
    gone.willAnswer(status);
    const message = await ben.says('Hello', await opensDirect(ben, [ada]));
    await there.hears();
    await expect
      .poll(async () => (await asksWhy(ada, message)).deliveries.map((one) => [one.deviceName, one.status]).toSorted())
      .toEqual([
        ['The new phone', 'SENT'],
        ['The old phone', 'GONE'],
      ]);
    expect((await devicesOf(ada)).map(({ deviceName }) => deviceName)).toEqual(['The new phone']);
  });

  it('is kept where its push service does not take what is too large, or who sends it', async () => {
    const { ada, ben } = await aCast(server);
    const browser = service.browser();
    await registers(ada, browser);
    browser.willAnswer(413);
    const message = await ben.says('Hello', await opensDirect(ben, [ada]));
    await expect.poll(async () => (await asksWhy(ada, message)).deliveries[0]?.status).toBe('REFUSED');
    expect(browser.handed).toHaveLength(1);
    expect(await devicesOf(ada)).toHaveLength(1);
  });

  it('is tried again while its push service is busy or breaks off, and given up after the fourth time', async () => {
    const { ada, ben } = await aCast(server);
    const browser = service.browser();
    await registers(ada, browser);
    browser.willAnswer(
      503,
      (response) => response.destroy(),
      (response) => response.writeHead(429, { 'retry-after': '90' }).end(),
      500,
    );
    const message = await ben.says('Hello', await opensDirect(ben, [ada]));
    const statusOf = async () => (await asksWhy(ada, message)).deliveries[0]?.status;
    // One moment before it may be tried again, and one after: something else that is said has the queue look.
    for (const [tries, seconds] of [
      [1, 10],
      [2, 60],
      [3, 240],
    ] as const) {
      await expect.poll(() => browser.handed.length).toBe(tries);
      server.clock.advance({ seconds: seconds - 5 });
      const other = service.browser();
      const cleo = await Person.registers(server, `other.${String(tries)}.${ada.username}`);
      await testsDevice(cleo, await registers(cleo, other));
      await other.hears(1, 'test');
      expect(browser.handed).toHaveLength(tries);
      expect(await statusOf()).toBe('WAITING');
      server.clock.advance({ seconds: 6 });
      await testsDevice(cleo, (await devicesOf(cleo))[0] ?? { id: '' });
    }
    await expect.poll(statusOf).toBe('FAILED');
    expect(browser.handed).toHaveLength(4);
    expect(await devicesOf(ada)).toHaveLength(1);
  });

  it('holds nobody else up where its push service never answers', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const slow = Array.from({ length: 15 }, () => service.browser('other-push.test'));
    for (const browser of slow) {
      browser.willAnswer(() => undefined);
      await registers(ada, browser);
    }
    const quick = service.browser();
    await registers(cleo, quick);
    const room = await aRoom(ben, [ada, cleo]);
    await ben.says(`@${ada.username} and @${cleo.username}`, room);
    await quick.hears();
    // Of one person four at once.
    expect(slow.filter(({ handed }) => handed.length > 0).length).toBeLessThanOrEqual(4);
  });
});

describe('nothing more is sent', () => {
  it.each([
    ['signs out', (ada: Person) => logout(server, ada.bearer)],
    [
      'ends the session from another one',
      async (ada: Person) => {
        const other = await Person.signsIn(server, ada.username);
        await other.asks('mutation { logoutEverywhere { ok } }');
      },
    ],
  ])('to a device whose owner %s, and it is forgotten', async (_, ends) => {
    const { ada, ben } = await aCast(server);
    const browser = service.browser();
    await registers(ada, browser);
    const room = await opensDirect(ben, [ada]);
    await ben.says('Before', room);
    await browser.hears();
    await ends(ada);
    await ben.says('Afterwards', room);
    await expect.poll(() => rowsIn(server, 'push_subscription', { user_id: ada.id })).toBe(0);
    await bensNextIsDone(ben);
    expect(await browser.hears()).toHaveLength(1);
  });

  it('to a deleted account, of which no device, setting, keyword or notification is left', async () => {
    const { ada, ben } = await aCast(server);
    const browser = service.browser();
    await registers(ada, browser);
    await ada.asks(
      'mutation { setNotificationSettings(input: { keywords: ["tea"], showsText: true }) { notificationSettings { showsText } } }',
    );
    const room = await aRoom(ben, [ada]);
    await ben.says('tea', room);
    await browser.hears();
    const tables = [
      'push_subscription',
      'push_delivery',
      'notification',
      'notification_settings',
      'notification_keyword',
    ];
    for (const table of tables) expect(rowsIn(server, table, { user_id: ada.id }), table).toBe(1);
    await deletesAccount(ada);
    await isGone(server);
    for (const table of tables) expect(rowsIn(server, table, { user_id: ada.id }), table).toBe(0);
  });

  it('of a deleted room, of which no notification is left', async () => {
    const { ada, ben } = await aCast(server);
    const browser = service.browser();
    await registers(ben, browser);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says(`@${ben.username}`, room);
    await browser.hears();
    await deletesRoom(ada, room);
    await isSwept(server);
    expect(rowsIn(server, 'notification', { message_id: message.id })).toBe(0);
    expect(rowsIn(server, 'push_delivery', { subject_id: message.id })).toBe(0);
  });

  it('of what is more than ten minutes old after a long stop; what is not is sent once', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const [adas, cleos] = [service.browser(), service.browser()];
    await registers(ada, adas);
    await registers(cleo, cleos);
    adas.willAnswer(503);
    const old = await ben.says('Old', await opensDirect(ben, [ada]));
    await expect.poll(() => adas.handed.length).toBe(1);
    await server.stop();
    server.clock.advance({ minutes: 11 });
    await server.restart();
    knowsNames(server, { 'push.test': ['127.0.0.1'], 'other-push.test': ['127.0.0.1'] });
    const bens = await Person.signsIn(server, ben.username);
    const message = await bens.says('New', await opensDirect(bens, [cleo]));
    expect((await cleos.hears()).map(({ messageId }) => messageId)).toEqual([message.id]);
    const again = await Person.signsIn(server, ada.username);
    await expect.poll(async () => (await asksWhy(again, old)).deliveries[0]?.status).toBe('WITHHELD');
    expect(adas.handed).toHaveLength(1);
  });
});

it('nothing more is sent to a device whose session has run out, though nobody has ended it yet', async () => {
  const { ada, ben } = await aCast(server);
  const browser = service.browser();
  await registers(ada, browser);
  server.clock.advance({ days: 40 });
  const bens = await Person.signsIn(server, ben.username);
  const message = await bens.says('Hello', await opensDirect(bens, [ada]));
  const again = await Person.signsIn(server, ada.username);
  await expect.poll(async () => (await asksWhy(again, message)).deliveries[0]?.status).toBe('WITHHELD');
  expect(rowsIn(server, 'push_subscription', { user_id: ada.id })).toBe(1);
  expect(browser.handed).toEqual([]);
});

/** What was said before has been decided. */
async function bensNextIsDone(ben: Person): Promise<void> {
  const cleo = await Person.registers(server, `next.${ben.username}`);
  const browser = service.browser();
  await registers(cleo, browser);
  await ben.says('Are you there?', await opensDirect(ben, [cleo]));
  await browser.hears();
}
