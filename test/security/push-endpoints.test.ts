import { createECDH, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { opensDirect } from '../support/people/direct-rooms.js';
import { asksWhy, devicesOf, REGISTER_DEVICE, registers, registrationOf } from '../support/people/notifications.js';
import { PushService, settingsToPush } from '../support/servers/push-service.js';
import { aServer } from '../support/servers/server.js';
import { knowsNames } from '../support/servers/web-site.js';

// On one machine stand a server of ours and a push service that it may speak to by the name of push.test alone.

const service = await PushService.opens();
const otherPort = await PushService.opens();
const server = await aServer({ ...settingsToPush(service), WEB_PUSH_HOSTS: 'push.test' });
const NAMES = {
  'push.test': ['127.0.0.1'],
  'private.test': ['127.0.0.1'],
  'mixed.test': ['93.184.216.34', '10.0.0.1'],
};

beforeEach(() => {
  knowsNames(server, NAMES);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const port = String(service.port);
const WAYS: readonly (readonly [string, string])[] = [
  ['its address', `https://127.0.0.1:${port}/push`],
  ['IPv6', `https://[::1]:${port}/push`],
  ['IPv4 within IPv6', `https://[::ffff:127.0.0.1]:${port}/push`],
  ['a number', `https://2130706433:${port}/push`],
  ['a name of a private address', `https://private.test:${port}/push`],
  ['a name that has a public address as well', `https://mixed.test:${port}/push`],
  ['a name that nobody knows', `https://nobody.test:${port}/push`],
  ['the services of clouds', 'https://169.254.169.254/latest/meta-data'],
  ['a port that is not asked', `https://push.test:${String(otherPort.port)}/push`],
  ['http', `http://push.test:${port}/push`],
  ['a password', `https://ada:secret@push.test:${port}/push`],
  ['more than 2,048 characters', `https://push.test:${port}/${'a'.repeat(2048)}`],
  ['no address at all', 'push'],
];

describe('nobody has the server speak to its own network', () => {
  it.each(WAYS)('by %s', async (_, endpoint) => {
    const { ada } = await aCast(server);
    const { keys } = service.browser();
    const input = { endpoint, keys, deviceName: 'Phone' };
    const refusal = await ada.isRefused('BAD_USER_INPUT', REGISTER_DEVICE, { input });
    expect(refusal.extensions).toMatchObject({ field: 'endpoint' });
    expect(await devicesOf(ada)).toEqual([]);
  });

  it('by a name that means something else once it is registered', async () => {
    const { ada, ben } = await aCast(server);
    const browser = service.browser('turning.test');
    knowsNames(server, { ...NAMES, 'turning.test': ['93.184.216.34'] });
    await registers(ada, browser);
    knowsNames(server, { ...NAMES, 'turning.test': ['127.0.0.1'] });
    const message = await ben.says('Hello', await opensDirect(ben, [ada]));
    await expect.poll(async () => (await asksWhy(ada, message)).deliveries[0]?.status).toBe('REFUSED');
    expect(browser.handed).toEqual([]);
  });

  it('by a push service that leads elsewhere', async () => {
    const { ada, ben } = await aCast(server);
    const [browser, other] = [service.browser(), service.browser()];
    await registers(ada, browser);
    browser.willAnswer((response) => response.writeHead(307, { location: other.endpoint }).end());
    const message = await ben.says('Hello', await opensDirect(ben, [ada]));
    await expect.poll(async () => (await asksWhy(ada, message)).deliveries[0]?.status).toBe('REFUSED');
    expect(other.handed).toEqual([]);
  });

  it('but one that is allowed, by its name', async () => {
    const { ada, ben } = await aCast(server);
    const browser = service.browser();
    await registers(ada, browser);
    await ben.says('Hello', await opensDirect(ben, [ada]));
    await browser.hears();
  });
});

it('a key that is none is refused when it comes, and not with every message', async () => {
  const { ada } = await aCast(server);
  const browser = service.browser();
  const elsewhere = createECDH('secp384r1').generateKeys('base64url');
  const notOnCurve = Buffer.concat([Buffer.from([4]), randomBytes(64)]).toString('base64url');
  for (const [field, more] of [
    ['auth', { auth: randomBytes(15).toString('base64url') }],
    ['auth', { auth: 'no key!' }],
    ['p256dh', { p256dh: elsewhere }],
    ['p256dh', { p256dh: notOnCurve }],
    ['p256dh', { p256dh: '' }],
  ] as const) {
    const input = { ...registrationOf(browser), keys: { ...browser.keys, ...more } };
    const refusal = await ada.isRefused('BAD_USER_INPUT', REGISTER_DEVICE, { input });
    expect(refusal.extensions).toMatchObject({ field });
  }
  await ada.isRefused('BAD_USER_INPUT', REGISTER_DEVICE, { input: registrationOf(browser, ' ') });
  await ada.isRefused('BAD_USER_INPUT', REGISTER_DEVICE, { input: registrationOf(browser, 'a'.repeat(65)) });
});

it('nobody is told where a device is, and a push service is told nothing but who asks, how urgent it is and how long to keep it', async () => {
  const { ada, ben } = await aCast(server);
  const browser = service.browser();
  await registers(ada, browser);
  const schema = await ada.asks<{ __type: { fields: { name: string }[] } }>(
    '{ __type(name: "PushSubscription") { fields { name } } }',
  );
  expect(schema.__type.fields.map(({ name }) => name).toSorted()).toEqual([
    'createdAt',
    'deliveries',
    'deviceName',
    'id',
    'isCurrent',
    'lastDeliveryAt',
  ]);
  await ben.says('Hello', await opensDirect(ben, [ada]));
  await browser.hears();
  expect(Object.keys(browser.handed[0]?.headers ?? {}).toSorted()).toEqual([
    'authorization',
    'connection',
    'content-encoding',
    'content-length',
    'content-type',
    'host',
    'topic',
    'ttl',
    'urgency',
  ]);
});

it('where the server sends no Web Push, no key is told and no device taken; settings are kept', async () => {
  const silent = await aServer({ WEB_PUSH: 'off' });
  const { ada } = await aCast(silent);
  expect(await ada.asks('{ server { pushPublicKey } }')).toEqual({ server: { pushPublicKey: null } });
  await ada.isRefused('FORBIDDEN', REGISTER_DEVICE, { input: registrationOf(service.browser()) });
  expect(await devicesOf(ada)).toEqual([]);
});
