import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { backUp, restore } from '#server/backup/index.js';
import { FilesSweep } from '#server/files/index.js';
import { Reactors } from '#server/reactors/index.js';
import { happenings, kindsOfHappenings } from '../support/feeds/happenings.js';
import { settingsIn } from '../support/files/backups.js';
import { bytesOf, filesOnDisk, get, picture } from '../support/files/uploads.js';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import {
  allDecided,
  previewRows,
  previewsMadeOf,
  previewsOf,
  REMOVE_PREVIEWS,
  removesPreviews,
} from '../support/people/link-previews.js';
import { archives, deletesRoom, isSwept } from '../support/people/looking-after.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';
import { knowsNames, settingsToAsk, WebSite } from '../support/servers/web-site.js';

const JWT_SECRET = 'the same on both machines, of course';
const site = await WebSite.opens();
const server = await aServer({ ...settingsToAsk(site), JWT_SECRET });
knowsNames(server);
const place = mkdtempSync(join(tmpdir(), 'tertulia-previews-'));
afterAll(() => {
  rmSync(place, { recursive: true });
});

let pages = 0;
/** A page that nobody has linked to yet. */
function aPage(more = ''): string {
  pages += 1;
  return site.hasPage(`/page-${String(pages)}`, `<title>Page ${String(pages)}</title>${more}`);
}

async function aPageWithPicture(width = 400, height = 200): Promise<string> {
  const name = `/picture-${String(pages + 1)}.png`;
  site.hasPicture(name, await picture(width, height).png().toBuffer());
  return aPage(`<meta property="og:image" content="${name}">`);
}

describe('a message with a link', () => {
  it('has a preview of the page a moment later, and an event tells so, without an actor', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    site.hasPicture('/tea.jpg', await picture(1600, 800).jpeg().toBuffer(), 'image/jpeg');
    const url = site.hasPage(
      '/tea',
      `<meta property="og:title" content="Tea"><meta property="og:description" content="For two">
       <meta property="og:site_name" content="Kitchen"><meta property="og:image" content="tea.jpg">`,
    );
    const message = await ada.says(`Look: ${url}#cups`, room);
    const [preview] = await previewsMadeOf(ben, message);
    expect(preview).toEqual({
      ...{ url: `${url}#cups`, title: 'Tea', description: 'For two', siteName: 'Kitchen' },
      ...{ imageUrl: preview?.imageUrl, imageWidth: 800, imageHeight: 400 },
    });
    expect(preview?.imageUrl).toMatch(/^\/uploads\/previews\/[0-9a-f]{32}$/);
    const answer = await get(ben, preview?.imageUrl ?? '');
    expect(await sharp(await bytesOf(answer)).metadata()).toMatchObject({ format: 'webp', width: 800, height: 400 });
    expect((await happenings(ben, room)).at(-1)).toMatchObject({
      ...{ __typename: 'LinkPreviewsChanged', actor: null, message: { id: message.id } },
    });
  });

  it('has those of its first three links, in their order, and none of those that say nothing', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const links = [aPage(), site.url('/not-there'), aPage(), aPage()] as const;
    const message = await ada.says(links.join(' '), room);
    await allDecided(server);
    expect((await previewsOf(ada, message)).map(({ url }) => url)).toEqual([links[0], links[2]]);
  });

  it('has none of what is code, and none of what somebody else has said before', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const [one, two, three] = [aPage(), aPage(), aPage()] as const;
    const message = await ada.says(`\`${one}\`\n\n\`\`\`\n${two}\n\`\`\`\n\n> ${three}`, room);
    await allDecided(server);
    expect(await previewsOf(ada, message)).toEqual([]);
    expect(site.asked.filter(({ path }) => [one, two, three].includes(site.url(path)))).toEqual([]);
  });

  it('has them in a thread, too', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const root = await ada.says('Links, please', room);
    const message = await ada.says(aPage(), room, { threadRootId: root.id });
    await previewsMadeOf(ada, message);
    expect((await kindsOfHappenings(ada, room)).at(-1)).toBe('LinkPreviewsChanged');
  });

  it('shares the page with others for an hour, and it is asked once, also where forty link to it at once', async () => {
    const { ada, ben } = await aCast(server);
    const rooms = await Promise.all([aRoom(ada), aRoom(ben, [], 'PRIVATE')]);
    const url = aPage();
    const people = [ada, ben];
    const messages = await Promise.all(
      Array.from({ length: 40 }, (_, n) => {
        const [who, where] = [people[n % 2], rooms[n % 2]];
        if (!who || !where) throw new Error('There are two of each.');
        return who.says(url, where);
      }),
    );
    await allDecided(server);
    for (const [n, message] of messages.entries())
      expect(await previewsOf(people[n % 2] ?? ada, message)).toHaveLength(1);
    const path = new URL(url).pathname;
    expect(site.askedFor(path)).toHaveLength(1);
    await previewsMadeOf(ada, await ada.says(url, rooms[0]));
    expect(site.askedFor(path)).toHaveLength(1);
    site.hasPage(path, '<title>Another title</title>');
    server.clock.advance({ minutes: 61 });
    const adas = await Person.signsIn(server, ada.username);
    const later = await adas.says(url, rooms[0]);
    expect(await previewsMadeOf(adas, later)).toMatchObject([{ title: 'Another title' }]);
    expect(site.askedFor(path)).toHaveLength(2);
    // What a message shows does not change because somebody links to the page again.
    expect(await previewsOf(adas, messages[0] ?? later)).toHaveLength(1);
    expect(await previewsOf(adas, messages[0] ?? later)).not.toMatchObject([{ title: 'Another title' }]);
  });

  it('of a page that says nothing asks once in ten minutes', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const url = site.url('/says-nothing');
    for (const minutes of [0, 0, 11]) {
      server.clock.advance({ minutes });
      await ada.says(url, room);
      await allDecided(server);
    }
    expect(site.askedFor('/says-nothing')).toHaveLength(2);
  });
});

describe('a page that does not answer well', () => {
  it('is asked again, three times in all, and then is one that says nothing', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const url = site.has('/out-of-order', (response) => {
      response.writeHead(503).end();
    });
    await ada.says(url, room);
    for (const times of [1, 2, 3]) {
      await expect.poll(() => site.askedFor('/out-of-order').length, { timeout: 30_000 }).toBe(times);
      await expect
        .poll(async () => (await previewRows(server)).find((row) => row.url === url), { timeout: 30_000 })
        .toMatchObject({ attempts: times });
      server.clock.advance({ minutes: 3 });
      // Whatever is posted has it look.
      await previewsMadeOf(ada, await ada.says(aPage(), room));
    }
    await allDecided(server);
    expect((await previewRows(server)).find((row) => row.url === url)).toMatchObject({ state: 'NONE', attempts: 3 });
    expect(site.askedFor('/out-of-order')).toHaveLength(3);
  });

  it('is asked three times at most where the server does not live to hear its answer', async () => {
    const house = await aServer(settingsToAsk(site));
    knowsNames(house);
    const ada = await Person.registers(house, 'ada');
    const room = await aRoom(ada);
    const url = site.has('/deadly', () => undefined);
    await ada.says(url, room);
    for (const times of [1, 2, 3]) {
      await expect.poll(() => site.askedFor('/deadly').length, { timeout: 30_000 }).toBe(times);
      await house.stop();
      house.clock.advance({ minutes: 2 });
      await house.restart();
      knowsNames(house);
    }
    await allDecided(house);
    expect(await previewRows(house)).toMatchObject([{ url, state: 'NONE', attempts: 3 }]);
    expect(site.askedFor('/deadly')).toHaveLength(3);
  });

  it('holds up no others: of one host two are asked at once, of all four', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    let waiting = 0;
    const open: (() => void)[] = [];
    const slow = Array.from({ length: 6 }, (_, n) =>
      site.has(`/slow-${String(n)}`, (response) => {
        waiting += 1;
        open.push(() => {
          waiting -= 1;
          response.writeHead(404).end();
        });
      }),
    );
    await ada.says(slow.slice(0, 3).join(' '), room);
    await ada.says(slow.slice(3).join(' '), room);
    await expect.poll(() => waiting, { timeout: 30_000 }).toBe(2);
    for (let answered = 0; answered < 6; answered += 1) {
      await expect.poll(() => open.length, { timeout: 30_000 }).toBeGreaterThan(0);
      expect(waiting).toBeLessThanOrEqual(2);
      open.shift()?.();
    }
    await allDecided(server);
  });
});

describe('an edit', () => {
  it('that has other links has other previews, and one that has the same keeps them', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const [one, two] = [aPage(), await aPageWithPicture()];
    const message = await ada.says(one, room);
    await previewsMadeOf(ada, message);
    await ada.edits(message, `${one} and ${two}`);
    const [, second] = await previewsMadeOf(ada, message, 2);
    const before = await filesOnDisk(server);
    await ada.edits(message, `${one} and, again, ${two}`);
    await allDecided(server);
    expect(await previewsOf(ada, message)).toHaveLength(2);
    expect((await kindsOfHappenings(ada, room)).filter((kind) => kind === 'LinkPreviewsChanged')).toHaveLength(2);
    await ada.edits(message, 'No link any more');
    expect(await previewsOf(ada, message)).toEqual([]);
    await expect
      .poll(async () => (await kindsOfHappenings(ada, room)).at(-1), { timeout: 30_000 })
      .toBe('LinkPreviewsChanged');
    await expect.poll(async () => (await filesOnDisk(server)).length).toBe(before.length - 1);
    expect((await get(ada, second?.imageUrl ?? '')).status).toBe(404);
  });

  it('changes the order with the links', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const [one, two] = [aPage(), aPage()];
    const message = await ada.says(`${one} ${two}`, room);
    await previewsMadeOf(ada, message, 2);
    await ada.edits(message, `${two} ${one}`);
    await expect
      .poll(async () => (await previewsOf(ada, message)).map(({ url }) => url), { timeout: 30_000 })
      .toEqual([two, one]);
  });
});

describe('previews that are taken away', () => {
  it('are gone for everyone at once, by their author’s hand, with one event; their picture goes from the disk', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const before = (await filesOnDisk(server)).length;
    const message = await ben.says(await aPageWithPicture(), room);
    const [preview] = await previewsMadeOf(ada, message);
    await removesPreviews(ben, message);
    await removesPreviews(ben, message);
    expect(await previewsOf(ada, message)).toEqual([]);
    const changes = (await happenings(ada, room)).filter(({ __typename }) => __typename === 'LinkPreviewsChanged');
    expect(changes.map(({ actor }) => actor?.id ?? null)).toEqual([null, ben.id]);
    await expect.poll(async () => (await filesOnDisk(server)).length).toBe(before);
    expect((await get(ada, preview?.imageUrl ?? '')).status).toBe(404);
  });

  it('do not come back, whatever the message says then', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says(aPage(), room);
    await previewsMadeOf(ada, message);
    await removesPreviews(ada, message);
    await ada.edits(message, aPage());
    await allDecided(server);
    expect(await previewsOf(ada, message)).toEqual([]);
  });

  it('before they were made, are never made', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says(aPage(), room);
    await removesPreviews(ada, message);
    await allDecided(server);
    expect(await previewsOf(ada, message)).toEqual([]);
    expect(await kindsOfHappenings(ada, room)).not.toContain('LinkPreviewsChanged');
  });

  it('while their page is asked, are not shown, and nothing is left of what it said', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const before = (await filesOnDisk(server)).length;
    let answer: (() => void) | undefined;
    const png = await picture(100, 100).png().toBuffer();
    const url = site.has('/asked-meanwhile.png', (response) => {
      answer = () => response.writeHead(200, { 'content-type': 'image/png' }).end(png);
    });
    const message = await ada.says(url, room);
    await expect.poll(() => answer, { timeout: 30_000 }).toBeDefined();
    await removesPreviews(ada, message);
    answer?.();
    await previewsMadeOf(ada, await ada.says(aPage(), room));
    await expect.poll(async () => (await filesOnDisk(server)).length).toBe(before);
    expect(await previewsOf(ada, message)).toEqual([]);
  });

  it('are taken away by those who keep order, also in an archive, and by a guest who is the author', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [ben, cleo, guest]);
    await ada.makes(cleo, 'MODERATOR', room);
    const bens = [await ben.says(aPage(), room), await ben.says(aPage(), room)] as const;
    const guests = await guest.says(aPage(), room);
    for (const message of [...bens, guests]) await previewsMadeOf(ada, message);
    await removesPreviews(cleo, bens[0]);
    await removesPreviews(guest, guests);
    await archives(ada, room);
    await removesPreviews(ada, bens[1]);
    for (const message of [...bens, guests]) expect(await previewsOf(ada, message)).toEqual([]);
  });

  it('are taken away by nobody else: a member, an outsider, one who has left', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    for (const visibility of ['PUBLIC', 'PRIVATE'] as const) {
      const room = await aRoom(ada, [ben, cleo], visibility);
      const message = await ada.says(aPage(), room);
      await previewsMadeOf(ada, message);
      await ben.isRefused('FORBIDDEN', REMOVE_PREVIEWS, { id: message.id });
      await cleo.leaves(room);
      for (const outsider of [otto, cleo]) {
        const seen = await outsider.isRefused('NOT_FOUND', REMOVE_PREVIEWS, { id: message.id });
        expect(await outsider.isRefused('NOT_FOUND', REMOVE_PREVIEWS, { id: 'no id' })).toEqual(seen);
      }
      expect(await previewsOf(ada, message)).toHaveLength(1);
    }
  });
});

describe('with a message that is deleted', () => {
  it('its previews go, and their pictures from the disk, once no other message has them', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const before = (await filesOnDisk(server)).length;
    const url = await aPageWithPicture();
    const [one, two] = [await ada.says(url, room), await ada.says(url, room)];
    const [preview] = await previewsMadeOf(ada, one);
    await previewsMadeOf(ada, two);
    await ada.deletes(one);
    expect(await previewsOf(ada, one)).toEqual([]);
    expect((await get(ada, preview?.imageUrl ?? '')).status).toBe(200);
    await ada.deletes(two);
    await expect.poll(async () => (await filesOnDisk(server)).length).toBe(before);
    expect((await get(ada, preview?.imageUrl ?? '')).status).toBe(404);
    await removesPreviews(ada, two);
  });

  it('that is deleted before it was looked at, nothing is asked', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const url = aPage();
    await ada.deletes(await ada.says(url, room));
    await allDecided(server);
    expect(site.askedFor(new URL(url).pathname)).toEqual([]);
  });

  it('so do those of a room that is deleted', async () => {
    const { ada } = await aCast(server);
    const before = (await filesOnDisk(server)).length;
    const room = await aRoom(ada);
    const message = await ada.says(await aPageWithPicture(), room);
    await previewsMadeOf(ada, message);
    await ada.says('Removed', room);
    await deletesRoom(ada, room);
    await isSwept(server);
    await expect.poll(async () => (await filesOnDisk(server)).length).toBe(before);
  });
});

describe('the picture of a page', () => {
  it('is swept by nobody while a message shows it', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says(await aPageWithPicture(), room);
    const [preview] = await previewsMadeOf(ada, message);
    server.clock.advance({ minutes: 25 * 60 });
    await server.app.get(FilesSweep).sweep();
    const adas = await Person.signsIn(server, ada.username);
    expect((await get(adas, preview?.imageUrl ?? '')).status).toBe(200);
  });

  it('is in a backup, and comes back with it', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says(await aPageWithPicture(), room);
    const previews = await previewsMadeOf(ada, message);
    const url = previews[0]?.imageUrl ?? '';
    const shown = await bytesOf(await get(ada, url));
    const archive = join(place, 'previews.tar');
    expect((await backUp(settingsIn(server.folder), archive)).lacking).toEqual([]);
    const house = await aServer({ ...settingsToAsk(site), JWT_SECRET });
    await house.stop();
    await restore(settingsIn(house.folder), archive, { replace: true });
    await house.restart();
    const adas = await Person.signsIn(house, ada.username);
    expect(await previewsOf(adas, message)).toEqual(previews);
    expect(await bytesOf(await get(adas, url))).toEqual(shown);
  });
});

it('where the operator wants none nothing is asked, and none is shown', async () => {
  const quiet = await aServer({ ...settingsToAsk(site), LINK_PREVIEWS: 'off' });
  const ada = await Person.registers(quiet, 'ada');
  const room = await aRoom(ada);
  const url = aPage();
  const message = await ada.says(url, room);
  expect(quiet.app.get(Reactors).lags()).not.toHaveProperty('link-previews');
  expect(await previewRows(quiet)).toEqual([]);
  expect(await previewsOf(ada, message)).toEqual([]);
  await removesPreviews(ada, message);
  expect(site.askedFor(new URL(url).pathname)).toEqual([]);
});

it('one author has a hundred pages asked in an hour, and others are not held up by that', async () => {
  const strict = await aServer({ ...settingsToAsk(site), RATE_LIMITS: 'on' });
  knowsNames(strict);
  const [ada, ben] = [await Person.registers(strict, 'ada'), await Person.registers(strict, 'ben')];
  const room = await aRoom(ada, [ben]);
  const before = pages;
  for (let count = 0; count < 40; count += 1) await ada.says([aPage(), aPage(), aPage()].join(' '), room);
  await allDecided(strict);
  const asked = new Set(site.asked.map(({ path }) => path));
  const ofAda = Array.from({ length: 120 }, (_, n) => `/page-${String(before + n + 1)}`).filter((path) =>
    asked.has(path),
  );
  expect(ofAda).toHaveLength(100);
  await previewsMadeOf(ben, await ben.says(aPage(), room));
});

it('of messages without links the database is not asked', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const message = await ada.says('No links at all', room);
  const asked = await statementsDuring(server, () => previewsOf(ada, message));
  expect(asked.filter((sql) => sql.includes('message_link'))).toEqual([]);
});

it('a page of fifty messages with previews costs as many statements as one of two', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const urls = [aPage(), aPage(), aPage()];
  for (let count = 0; count < 50; count += 1) await ada.says(urls.join(' '), room);
  await allDecided(server);
  const PAGE = `query ($id: ID!, $last: Int) { room(id: $id) { messages(last: $last) { nodes { id linkPreviews { url title imageUrl } } } } }`;
  const page = (last: number) => statementsDuring(server, () => ada.asks(PAGE, { id: room.id, last }));
  await page(3);
  const [short, long] = [await page(2), await page(50)];
  expect(long).toHaveLength(short.length);
  expect(long.filter((sql) => sql.includes('from message_link'))).toHaveLength(1);
});
