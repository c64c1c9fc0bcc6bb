import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Web } from '#server/link-previews/asking/index.js';
import { pngOf, sizeChunk, zerosChunk } from '../support/files/png.js';
import { aPlainPicture, bytesOf, type Content, get, picture } from '../support/files/uploads.js';
import { aCast } from '../support/people/cast.js';
import { allDecided, previewsMadeOf, previewsOf } from '../support/people/link-previews.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { type Answering, knowsNames, settingsToAsk, WebSite } from '../support/servers/web-site.js';

// On one machine stand a server of ours, a web site that it may ask by the name of site.test alone, and another one at a port that it may not.

const MEGABYTE = 1024 * 1024;
const TITLE = '<!doctype html><title>Let in</title>';
/** Given out to nobody yet: what is sent there arrives nowhere. */
const NOWHERE = '2d00::1';

const site = await WebSite.opens();
const otherPort = await WebSite.opens();
const server = await aServer({ ...settingsToAsk(site), RATE_LIMITS: 'off' });
const { ada, ben } = await aCast(server);
const room = await aRoom(ada, [ben]);

const NAMES = {
  'private.test': ['127.0.0.1'],
  'six.test': ['::1'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'mixed.test': ['127.0.0.1', '93.184.216.34'],
  'mixed-the-other-way.test': ['127.0.0.1', NOWHERE],
  'many.test': Array.from({ length: 1000 }, () => '127.0.0.1'),
};

beforeEach(() => {
  knowsNames(server, NAMES);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function ask(url: string, wanted: 'page' | 'picture' = 'page') {
  return server.app.get(Web).get(url, wanted, AbortSignal.timeout(60_000));
}

/** Every way to this machine but the one that is allowed, as it is written. */
const WAYS: readonly (readonly [string, string])[] = [
  ['its address', 'http://127.0.0.1:PORT/secret'],
  ['a short address', 'http://127.1:PORT/secret'],
  ['a number', 'http://2130706433:PORT/secret'],
  ['a hexadecimal number', 'http://0x7f000001:PORT/secret'],
  ['octal numbers', 'http://0177.0.0.01:PORT/secret'],
  ['numbers of each kind', 'http://0x7f.0.1:PORT/secret'],
  ['a dot at its end', 'http://127.0.0.1.:PORT/secret'],
  ['digits of another script', 'http://①②⑦.⓪.⓪.①:PORT/secret'],
  ['wide letters', 'http://１２７．０．０．１:PORT/secret'],
  ['percent signs', 'http://%31%32%37.0.0.1:PORT/secret'],
  ['another address of its own', 'http://127.8.9.10:PORT/secret'],
  ['no address', 'http://0.0.0.0:PORT/secret'],
  ['nothing but a zero', 'http://0:PORT/secret'],
  ['IPv6', 'http://[::1]:PORT/secret'],
  ['IPv6 in full', 'http://[0:0:0:0:0:0:0:1]:PORT/secret'],
  ['no address of IPv6', 'http://[::]:PORT/secret'],
  ['IPv4 within IPv6', 'http://[::ffff:127.0.0.1]:PORT/secret'],
  ['the same in hexadecimal', 'http://[::ffff:7f00:1]:PORT/secret'],
  ['a name', 'http://private.test:PORT/secret'],
  ['a name in capitals, with a dot', 'http://PRIVATE.test:PORT/secret'],
  ['a name of an IPv6 address', 'http://six.test:PORT/secret'],
  ['a name of IPv4 within IPv6', 'http://mapped.test:PORT/secret'],
  ['a name that has a public address as well', 'http://mixed.test:PORT/secret'],
  ['the same with IPv6', 'http://mixed-the-other-way.test:PORT/secret'],
  ['a name with more addresses than anybody needs', 'http://many.test:PORT/secret'],
  ['a port that is not asked', 'http://site.test:OTHER/secret'],
  ['a password', 'http://ada:secret@site.test:PORT/secret'],
  ['a username', 'http://ada@site.test:PORT/secret'],
  ['an address of more than 2,048 characters', `http://site.test:PORT/secret?${'a'.repeat(2048)}`],
  ['files', 'file:///etc/passwd'],
  ['an older protocol', 'ftp://site.test:PORT/secret'],
  ['a socket', 'ws://site.test:PORT/secret'],
  ['a script', 'javascript:fetch("http://site.test:PORT/secret")'],
  ['data', 'data:text/html,<title>Let in</title>'],
  ['no address at all', 'http://'],
];

function written(way: string): string {
  return way.replaceAll('PORT', String(site.port)).replaceAll('OTHER', String(otherPort.port));
}

describe('nothing is asked', () => {
  beforeEach(() => {
    for (const one of [site, otherPort]) {
      one.hasPage('/secret', TITLE);
      one.asked.length = 0;
    }
  });

  it.each(WAYS)('by %s', async (_, way) => {
    await expect(ask(written(way))).rejects.toMatchObject({ name: 'NotAsked' });
    expect([...site.asked, ...otherPort.asked]).toEqual([]);
  });

  it.each(WAYS)('where a page leads to it: by %s', async (_, way) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const start = site.redirects('/way', encodeURI(decodeURI(written(way))), status);
      await expect(ask(start)).rejects.toMatchObject({ name: 'NotAsked' });
    }
    expect([...site.asked, ...otherPort.asked].filter(({ path }) => path.startsWith('/secret'))).toEqual([]);
  });

  it('where it is said to be the picture of a page: by none of these ways', async () => {
    const messages = await Promise.all(
      WAYS.map(([, way], index) => {
        const html = `<title>Let in</title><meta property="og:image" content="${written(way).replaceAll('"', '&quot;')}">`;
        return ada.says(site.hasPage(`/picture-of-${String(index)}`, html), room);
      }),
    );
    for (const [index, message] of messages.entries())
      expect(await previewsMadeOf(ada, message), WAYS[index]?.[0]).toMatchObject([{ title: 'Let in', imageUrl: null }]);
    expect([...site.asked, ...otherPort.asked].filter(({ path }) => path.startsWith('/secret'))).toEqual([]);
  });

  it('but what is allowed, by its name', async () => {
    expect((await ask(site.url('/secret'))).bytes.toString()).toBe(TITLE);
    expect(site.askedFor('/secret')).toHaveLength(1);
  });

  it('at another address than the one that was judged: a name is looked up once, and means nothing else a moment later', async () => {
    const heard = knowsNames(server, { localhost: [NOWHERE] });
    await expect(ask(site.url('/secret', 'localhost'))).rejects.toThrow();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(site.asked).toEqual([]);
  });

  it('at a name that means something else when a page leads to it again', async () => {
    const answers = [[NOWHERE], ['127.0.0.1']];
    vi.restoreAllMocks();
    const heard = knowsNames(server);
    const known = heard.getMockImplementation();
    heard.mockImplementation((name, signal) =>
      name === 'turning.test' ? Promise.resolve(answers.pop() ?? []) : (known?.(name, signal) ?? Promise.resolve([])),
    );
    await expect(ask(site.redirects('/turn', site.url('/secret', 'turning.test')))).rejects.toMatchObject({
      name: 'NotAsked',
    });
    expect(site.askedFor('/secret')).toEqual([]);
  });

  it('of a name that nobody knows', async () => {
    await expect(ask(site.url('/secret', 'unknown.test'))).rejects.toMatchObject({ name: 'NameUnknown' });
  });

  it('of the server itself, by the address that people use', async () => {
    const own = await aServer({ ...settingsToAsk(site), PUBLIC_URL: site.url('') });
    knowsNames(own);
    const asking = own.app.get(Web).get(site.url('/secret'), 'page', AbortSignal.timeout(60_000));
    await expect(asking).rejects.toMatchObject({ name: 'NotAsked' });
    expect(site.asked).toEqual([]);
  });
});

describe('whoever answers', () => {
  it('leads on and on, and is followed five times', async () => {
    for (let step = 0; step < 20; step += 1) site.redirects(`/step${String(step)}`, `/step${String(step + 1)}`);
    await expect(ask(site.url('/step0'))).rejects.toMatchObject({ name: 'NotAsked' });
    expect(site.asked.filter(({ path }) => path.startsWith('/step'))).toHaveLength(6);
    site.hasPage('/step20', TITLE);
    expect((await ask(site.url('/step15'))).bytes.toString()).toBe(TITLE);
  });

  it.each<[string, Answering]>([
    ['nothing at all', () => undefined],
    [
      'a head that never ends',
      (response) =>
        void drips(response, 'x-more: 1\r\n', (text) => response.socket?.write(text), 'HTTP/1.1 200 OK\r\n'),
    ],
    [
      'a letter now and then',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        void drips(response, 'a', (text) => response.write(text));
      },
    ],
    [
      'a redirect now and then',
      (response) => void sleep(300).then(() => response.writeHead(302, { location: '/slow' }).end()),
    ],
  ])('takes its time, and is hung up on after five seconds: %s', async (_, answering) => {
    const url = site.has('/slow', answering);
    const begun = performance.now();
    await expect(ask(url)).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(30_000);
    expect(site.asked.filter(({ path }) => path === '/slow').length).toBeLessThanOrEqual(100);
  });

  it.each<[string, Record<string, string>, (bytes: number) => Buffer]>([
    ['as it is', {}, (bytes) => Buffer.alloc(bytes, 'a')],
    ['with a length', { 'content-length': String(1024 * MEGABYTE) }, (bytes) => Buffer.alloc(bytes, 'a')],
    // A block that holds nothing, again and again.
    [
      'packed, without anything in it',
      { 'content-encoding': 'deflate' },
      (bytes) => Buffer.alloc(Math.ceil(bytes / 5) * 5, Buffer.from([0, 0, 0, 0xff, 0xff])),
    ],
  ])('sends without end, and is read for a mebibyte: %s', async (name, headers, piece) => {
    let sent = 0;
    const url = site.has('/endless', (response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...headers });
      const first = headers['content-encoding'] ? Buffer.from([0x78, 0x9c]) : Buffer.from(TITLE);
      response.write(first);
      const more = (): void => {
        while (!response.destroyed && sent < 256 * MEGABYTE) {
          sent += 64 * 1024;
          if (!response.write(piece(64 * 1024))) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    const found = await ask(url).then(
      ({ bytes, isWhole }) => ({ length: bytes.length, isWhole }),
      () => null,
    );
    if (name !== 'packed, without anything in it') expect(found).toEqual({ length: MEGABYTE, isWhole: false });
    await expect.poll(() => site.brokenOff).toContain('/endless');
    // What lies in the buffers of the connection was sent as well.
    expect(sent).toBeLessThan(64 * MEGABYTE);
    site.brokenOff.length = 0;
  });

  it('sends what unpacks to more than there is room for, and is read for a mebibyte of that', async () => {
    let unpacked = 0;
    const url = site.has('/bomb', (response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      const zeros = Readable.from(
        (function* () {
          yield Buffer.from(TITLE);
          for (; unpacked < 2048 * MEGABYTE; unpacked += MEGABYTE) yield Buffer.alloc(MEGABYTE);
        })(),
      );
      zeros.pipe(createGzip({ level: 9 })).pipe(response);
    });
    const { bytes, isWhole } = await ask(url);
    expect([bytes.length, isWhole]).toEqual([MEGABYTE, false]);
    await expect.poll(() => site.brokenOff).toContain('/bomb');
    expect(unpacked).toBeLessThan(2048 * MEGABYTE);
  });

  it.each(['gzip, gzip', 'zstd', 'compress'])('packs it in a way that nobody asked for: %s', async (encoding) => {
    await expect(ask(site.hasPage('/packed', TITLE, { 'content-encoding': encoding }))).rejects.toThrow();
  });

  it.each(['gzip', 'deflate', 'br'])('packs it in a way that was asked for, and lies: %s', async (encoding) => {
    await expect(ask(site.hasPage('/packed', TITLE, { 'content-encoding': encoding }))).rejects.toThrow();
  });

  it('packs it as was asked for', async () => {
    const url = site.has('/packed', (response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(TITLE));
    });
    expect((await ask(url)).bytes.toString()).toBe(TITLE);
  });

  it.each([
    'application/pdf',
    'application/json',
    'text/plain',
    'application/octet-stream',
    'video/mp4',
    'text/html+x',
    '',
  ])('has something else than a page: %j', async (mediaType) => {
    await expect(ask(site.hasPage('/other', TITLE, { 'content-type': mediaType }))).rejects.toMatchObject({
      name: 'NothingThere',
    });
  });

  it.each([201, 204, 206, 300, 304, 401, 403, 404, 410])('says no: %d', async (status) => {
    const url = site.has('/no', (response) => {
      response
        .writeHead(status, { 'content-type': 'text/html' })
        .end(status === 204 || status === 304 ? undefined : TITLE);
    });
    await expect(ask(url)).rejects.toMatchObject({ name: 'NothingThere' });
  });

  it('wants another protocol, or has a head of more than 16 KiB', async () => {
    const other = site.has('/other', (response) => {
      response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n');
    });
    await expect(ask(other)).rejects.toThrow();
    await expect(ask(site.hasPage('/head', TITLE, { 'x-long': 'a'.repeat(20_000) }))).rejects.toThrow();
  });

  it('is told who asks, and nothing else', async () => {
    const named = await aServer({ ...settingsToAsk(site), PUBLIC_URL: 'https://chat.example.org' });
    knowsNames(named);
    const somebody = await Person.registers(named, 'ada');
    const secret = await aRoom(somebody, [], 'PRIVATE');
    site.redirects('/private', '/private-2');
    const html = '<title>Seen</title><meta property="og:image" content="/private.png">';
    site.has('/private-2', (response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': ['a=1; Path=/', 'b=2'] }).end(html);
    });
    site.hasPicture('/private.png', await picture(100, 100).png().toBuffer());
    const message = await somebody.says(`Look: ${site.url('/private#part')}`, secret);
    await previewsMadeOf(somebody, message);
    const asked = ['/private', '/private-2', '/private.png'].flatMap((path) => site.askedFor(path));
    expect(asked).toHaveLength(3);
    const { headers: first } = asked[0] ?? {};
    expect(first?.['user-agent']).toMatch(
      /^Mozilla\/5\.0 \(compatible; Tertulia\/[\w.-]+; link preview bot; \+https:\/\/chat\.example\.org\)$/,
    );
    for (const { headers, path } of asked)
      expect(headers).toEqual({
        host: `site.test:${String(site.port)}`,
        connection: 'close',
        accept: path.endsWith('.png') ? 'image/*' : 'text/html, image/*;q=0.8',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': first?.['user-agent'],
      });
    // Whatever was kept would be sent now.
    const again = await somebody.says(site.hasPage('/later', TITLE), secret);
    await previewsMadeOf(somebody, again);
    expect(site.askedFor('/later')[0]?.headers).not.toHaveProperty('cookie');
  });
});

describe('a picture that is not shown, while the words of its page are', () => {
  it.each<[string, () => Content | Promise<Content>]>([
    [
      'a drawing that can run',
      () => '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>1</script></svg>',
    ],
    ['a page', () => '<!doctype html><script>alert(1)</script>'],
    ['a document', () => '%PDF-1.7'],
    [
      'a picture that libvips could open, and we do not',
      async () => Buffer.from(await picture(99, 99).tiff().toBuffer()),
    ],
    ['nothing', () => ''],
    ['half a picture', async () => Buffer.from((await picture(400, 400).png().toBuffer()).subarray(0, 5000))],
    ['one of 50,000 × 50,000', async () => pngOf(sizeChunk(50_000, 50_000), await zerosChunk('IDAT', 312 * MEGABYTE))],
    // Small as a file, and quickly drawn, by whoever has the memory for it.
    ['one of 48 megapixels', async () => Buffer.from(await aPlainPicture(8000, 6000).png().toBuffer())],
    ['one of more than a mebibyte', () => Buffer.alloc(MEGABYTE + 1, 7)],
    ['a dot by which readers are counted', async () => Buffer.from(await picture(1, 1).png().toBuffer())],
  ])('is %s', async (name, make) => {
    const slug = encodeURIComponent(name);
    const content = await make();
    site.hasPicture(`/${slug}.png`, Buffer.from(content));
    const html = `<title>Words</title><meta property="og:image" content="/${slug}.png">`;
    const message = await ada.says(site.hasPage(`/with-${slug}`, html), room);
    expect(await previewsMadeOf(ada, message)).toMatchObject([{ title: 'Words', imageUrl: null, imageWidth: null }]);
    expect(site.askedFor(`/${slug}.png`)).toHaveLength(1);
    // As a link of its own it has no preview at all.
    const alone = await ada.says(site.url(`/${slug}.png`), room);
    await allDecided(server);
    expect(await previewsOf(ada, alone)).toEqual([]);
  });

  it('is none that says that it is something else', async () => {
    site.hasPicture('/said-to-be-a-page.png', await picture(99, 99).png().toBuffer(), 'text/html');
    const html = '<title>Words</title><meta property="og:image" content="/said-to-be-a-page.png">';
    const message = await ada.says(site.hasPage('/with-a-lie', html), room);
    expect(await previewsMadeOf(ada, message)).toMatchObject([{ imageUrl: null }]);
  });
});

describe('a picture that is shown', () => {
  const shownOf = async (bytes: Buffer, name: string): Promise<string> => {
    site.hasPicture(`/${name}.jpg`, bytes, 'image/jpeg');
    const message = await ada.says(site.url(`/${name}.jpg`), room);
    const [preview] = await previewsMadeOf(ada, message);
    return preview?.imageUrl ?? '';
  };

  it('is drawn by the server: nothing of the bytes that were sent is served', async () => {
    const jpeg = await picture(300, 300)
      .withExif({ IFD0: { ImageDescription: 'Where Ada lives' } })
      .jpeg()
      .toBuffer();
    const url = await shownOf(
      Buffer.concat([jpeg, Buffer.from('<script>alert(document.cookie)</script>')]),
      'polyglot',
    );
    const answer = await get(ben, url);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    const bytes = await bytesOf(answer);
    expect(bytes.includes('<script>')).toBe(false);
    expect(bytes.includes('Ada')).toBe(false);
  });

  it('is for whoever is signed in, and for nobody else; it has no other path', async () => {
    const url = await shownOf(await picture(60, 60).jpeg().toBuffer(), 'for-people');
    const guest = await Person.entersAsGuest(server, 'Gila');
    expect((await get(guest, url)).status).toBe(200);
    expect((await get({ server, bearer: {} }, url)).status).toBe(401);
    for (const path of [
      'a',
      'f'.repeat(32),
      'F'.repeat(32),
      '..%2f..%2fdata',
      '%00',
      url.split('/').at(-1)?.slice(1) ?? '',
    ])
      expect((await get(ben, `/uploads/previews/${path}`)).status).toBe(404);
  });
});

async function drips(
  response: Parameters<Answering>[0],
  drop: string,
  write: (text: string) => unknown,
  beginning = '',
): Promise<void> {
  write(beginning);
  while (!response.destroyed && response.socket !== null) {
    await sleep(100);
    write(drop);
  }
}
