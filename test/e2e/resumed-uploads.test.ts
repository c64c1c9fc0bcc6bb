import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { Database, query } from '#server/database/index.js';
import { aMoodyProxy } from '../support/browser/moody-proxy.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { aServer } from '../support/servers/server.js';
import { picture } from '../support/files/uploads.js';
import { sha256Of } from '../support/files/resumable.js';

const FOLDER = process.env.PICTURES;
const server = await aServer();
const proxy = await aMoodyProxy(server);
const browser = await aBrowser();
const folder = mkdtempSync(join(tmpdir(), 'tertulia-resumed-'));
const film = join(folder, 'film.bin');
const bytes = randomBytes(6_000_000);
writeFileSync(film, bytes);
const photo = join(folder, 'harbour.png');
writeFileSync(photo, await picture(1200, 900).png().toBuffer());
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  proxy.moods = ['passes'];
  proxy.uploads.length = 0;
  proxy.offsets.length = 0;
});

test('what arrived before a line broke is not sent again', async () => {
  proxy.moods = [{ breaksAfter: 2_500_000 }, { breaksAfter: 1_500_000 }, 'passes'];
  const ada = await Visitor.arrives(browser, proxy.url);
  await ada.entersAsGuest('Ada', 'Cinema');
  await ada.attaches(film);
  await ada.page.getByRole('button', { name: 'Remove film.bin' }).waitFor();
  expect(proxy.offsets).toHaveLength(3);
  expect(proxy.offsets[0]).toBe(0);
  expect(proxy.offsets[1]).toBeGreaterThan(2_000_000);
  expect(proxy.offsets[2]).toBeGreaterThan(3_500_000);
  await ada.says('The film');
  expect(await hashIn(ada, 'The film', /film\.bin/)).toBe(sha256Of(bytes));
  expect(await filesCalled('film.bin')).toBe(1);
});

describe('over a reload of the page', () => {
  test('a file that was on its way goes on by itself, and the draft with it', async () => {
    proxy.moods = [{ breaksAfter: 3_000_000 }, 'is-silent', 'passes'];
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Reload');
    await ada.composer.fill('Half of it');
    await ada.attaches(film);
    await ada.page.getByText('Kept on this device until you send or remove them.').waitFor();
    await expect.poll(() => proxy.uploads.length, { timeout: 20_000 }).toBe(2);
    await ada.page.reload();
    await ada.page.getByRole('button', { name: 'Remove film.bin' }).waitFor();
    expect(proxy.offsets[2]).toBeGreaterThan(2_500_000);
    expect(await ada.composer.inputValue()).toBe('Half of it');
    await ada.composer.press('Enter');
    expect(await hashIn(ada, 'Half of it', /film\.bin/)).toBe(sha256Of(bytes));
    await ada.page.reload();
    await ada.sees('Half of it');
    expect(await ada.page.getByRole('list', { name: 'Files to send' }).count()).toBe(0);
  });

  test('a file that had arrived is there, and goes with the message', async () => {
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Harbour');
    await ada.attaches(photo);
    await ada.page.getByRole('button', { name: 'Remove harbour.png' }).waitFor();
    await ada.page.reload();
    await ada.page.getByRole('button', { name: 'Remove harbour.png' }).waitFor();
    expect(proxy.uploads).toHaveLength(1);
    await ada.says('At the harbour');
    await ada
      .messages('At the harbour')
      .getByRole('img', { name: /harbour/ })
      .waitFor();
  });

  test('what was removed does not come back, and the server keeps nothing of it', async () => {
    proxy.moods = [{ breaksAfter: 1_000_000 }, 'is-silent'];
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Removed');
    await ada.attaches(film);
    await expect.poll(() => proxy.uploads.length, { timeout: 20_000 }).toBe(2);
    const cancel = ada.page.getByRole('button', { name: 'Cancel the upload of film.bin' });
    const gone = ada.page.waitForResponse((answer) => answer.request().method() === 'DELETE');
    await cancel.focus();
    await ada.page.keyboard.press('Enter');
    expect((await gone).status()).toBe(204);
    expect(await ada.composer.evaluate((box) => box === document.activeElement)).toBe(true);
    await ada.page.reload();
    await ada.composer.waitFor();
    expect(await ada.page.getByText('film.bin').count()).toBe(0);
    expect(await keptFiles(ada)).toBe(0);
  });

  test('a second tab leaves what the first one goes on with', async () => {
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Two tabs');
    await ada.attaches(photo);
    await ada.page.getByRole('button', { name: 'Remove harbour.png' }).waitFor();
    const second = await ada.context.newPage();
    await second.goto(ada.page.url());
    await second.getByRole('textbox', { name: /^Message/ }).waitFor();
    expect(await second.getByText('harbour.png').count()).toBe(0);
    expect(proxy.uploads).toHaveLength(1);
  });

  test('a second tab leaves a message that waits for a file to the first one, too', async () => {
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Tabs and a tunnel');
    await ada.attaches(photo);
    await ada.page.getByRole('button', { name: 'Remove harbour.png' }).click();
    const network = await ada.context.newCDPSession(ada.page);
    const speed = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await network.send('Network.emulateNetworkConditions', { offline: true, ...speed });
    await ada.page.getByText('Connection lost.').waitFor();
    await ada.attaches(photo);
    await ada.page.getByText('Kept on this device until you send or remove them.').waitFor();
    await ada.says('From one tab');
    await ada.messages('From one tab').getByText('Waiting for harbour.png.').waitFor();
    const second = await ada.context.newPage();
    await second.goto(ada.page.url());
    await second.getByText('Waiting for harbour.png. Sends automatically.').waitFor();
    await network.send('Network.emulateNetworkConditions', { offline: false, ...speed });
    await second.getByRole('img', { name: /harbour/ }).waitFor();
    expect(await bodiesIn('Tabs and a tunnel')).toEqual(['From one tab']);
    expect(await second.getByText('Not sent.').count()).toBe(0);
  });

  test('nothing is left of it once somebody has signed out', async () => {
    proxy.moods = ['is-silent'];
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Signed out');
    await ada.attaches(film);
    await expect.poll(() => keptFiles(ada)).toBe(1);
    await ada.page.goto(`${proxy.url}/logout`);
    await ada.page.getByRole('heading', { name: /signed out/ }).waitFor();
    await expect
      .poll(() => ada.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
      .not.toContain('tertulia-files');
  });
});

describe('a message with a picture that is sent without a network', () => {
  test('goes out once the network is back, after its picture and before what was written later', async () => {
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Tunnel');
    // What sends files is there, as it is where the app is kept in the browser.
    await ada.attaches(photo);
    await ada.page.getByRole('button', { name: 'Remove harbour.png' }).click();
    await ada.context.setOffline(true);
    await ada.page.getByText('Connection lost.').waitFor();
    await ada.attaches(photo);
    await ada.page.getByText('Kept on this device until you send or remove them.').waitFor();
    await ada.says('From the tunnel');
    await ada.messages('From the tunnel').getByText('Waiting for harbour.png. Sends automatically.').waitFor();
    expect(await ada.page.getByRole('list', { name: 'Files to send' }).count()).toBe(0);
    await ada.says('And out again');
    await ada.context.setOffline(false);
    await ada
      .messages('From the tunnel')
      .getByRole('img', { name: /harbour/ })
      .waitFor();
    await expect.poll(() => ada.page.getByText('Sends automatically.').count()).toBe(0);
    expect(await bodiesIn('Tunnel')).toEqual(['From the tunnel', 'And out again']);
    expect(await keptFiles(ada)).toBe(0);
  });

  test('does so after a reload as well, and says where its file is gone', async () => {
    proxy.moods = ['is-silent'];
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Long tunnel');
    await ada.attaches(photo);
    await ada.page.getByText('Kept on this device until you send or remove them.').waitFor();
    await ada.context.setOffline(true);
    await ada.page.getByText('Connection lost.').waitFor();
    await ada.says('From a long tunnel');
    await ada.messages('From a long tunnel').getByText('Waiting for harbour.png.').waitFor();
    proxy.moods = ['passes'];
    await ada.context.setOffline(false);
    await ada.page.reload();
    await ada
      .messages('From a long tunnel')
      .getByRole('img', { name: /harbour/ })
      .waitFor();
    expect(await bodiesIn('Long tunnel')).toEqual(['From a long tunnel']);

    proxy.moods = ['is-silent'];
    await ada.attaches(photo);
    await ada.page.getByText('Kept on this device until you send or remove them.').waitFor();
    await ada.context.setOffline(true);
    await ada.page.getByText('Connection lost.').waitFor();
    await ada.says('Never sent');
    await ada.messages('Never sent').getByText('Waiting for harbour.png.').waitFor();
    await ada.page.evaluate(() => indexedDB.deleteDatabase('tertulia-files'));
    await ada.context.setOffline(false);
    await ada.page.reload();
    await ada
      .messages('Never sent')
      .getByText(/harbour\.png is not on this device any more/)
      .waitFor();
    await ada.messages('Never sent').getByRole('button', { name: 'Discard' }).click();
    await ada.messages('Never sent').waitFor({ state: 'detached' });
  });
});

test.each<[string, () => void]>([
  [
    'no IndexedDB',
    () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    },
  ],
  [
    'a disk that is full',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      };
    },
  ],
  [
    'no locks',
    () => {
      Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    },
  ],
])('a browser that has %s sends files all the same, and says of none that it is kept', async (lack, lacks) => {
  proxy.moods = [{ breaksAfter: 1_000_000 }, 'passes'];
  const ada = await Visitor.arrives(browser, proxy.url);
  await ada.page.addInitScript(lacks);
  await ada.entersAsGuest('Ada', `With ${lack}`);
  await ada.attaches(film);
  await ada.page.getByRole('button', { name: 'Remove film.bin' }).waitFor();
  expect(await ada.page.getByText('Kept on this device').count()).toBe(0);
  await ada.says('All the same');
  expect(await hashIn(ada, 'All the same', /film\.bin/)).toBe(sha256Of(bytes));
});

test.each([
  [320, 640, false],
  [390, 800, true],
  [1440, 900, false],
])(
  'a paused file is told in words beside how far it has come, and nothing sticks out: %i px wide',
  async (width, height, dark) => {
    proxy.moods = [{ breaksAfter: 3_000_000 }, { status: 503, headers: { 'retry-after': '30' } }];
    const ada = await Visitor.arrives(browser, proxy.url, { width, height, dark, touch: width < 700 });
    await ada.entersAsGuest('Ada', 'Narrow');
    await ada.attaches(film, photo);
    await ada.page.getByRole('progressbar', { name: 'Paused: film.bin' }).waitFor();
    await ada.page.getByText('Trying again …').first().waitFor();
    expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (FOLDER !== undefined)
      await ada.page.screenshot({ path: join(FOLDER, `paused-upload-${String(width)}${dark ? '-dark' : ''}.png`) });
  },
);

/** What others get of a file that came with a message. */
async function hashIn(visitor: Visitor, text: string, name: RegExp): Promise<string> {
  const link = visitor.messages(text).getByRole('link', { name });
  const path = await link.getAttribute('href');
  const digest = await visitor.page.evaluate(async (from) => {
    const answer = await fetch(from);
    return [...new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()))];
  }, path ?? '');
  return Buffer.from(digest).toString('hex');
}

async function bodiesIn(room: string): Promise<string[]> {
  const rows = await server.app
    .get(Database)
    .rows<{ body: string }>(
      query('select body from message join room on room.id = room_id where room.name = ? order by number'),
      [room],
    );
  return rows.map(({ body }) => body);
}

async function filesCalled(name: string): Promise<number> {
  const [row] = await server.app
    .get(Database)
    .rows<{ count: number }>(query('select count(*) as count from file where name = ?'), [name]);
  return row?.count ?? 0;
}

function keptFiles({ page }: Visitor): Promise<number> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'tertulia-files')) return 0;
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('tertulia-files');
      opening.onerror = () => {
        reject(new Error('The files cannot be counted.'));
      };
      opening.onsuccess = () => {
        const counting = opening.result.transaction('files').objectStore('files').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
  });
}
