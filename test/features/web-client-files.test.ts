import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join, relative, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const FOLDER = join(import.meta.dirname, '../../dist/client/browser');
const PUBLIC = join(import.meta.dirname, '../../client/public');
const files = pathsIn(FOLDER).filter((path) => !/\.(?:br|gz)$/.test(path) && path !== '/index.html');
const scripts = files.filter((path) => path.endsWith('.js'));

/** A browser looks for a newer worker by its name. */
const WORKER = ['/worker.js', '/push.js', '/ngsw-worker.js', '/ngsw.json', '/safety-worker.js', '/worker-basic.min.js'];

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = { br: brotliDecompressSync, gzip: gunzipSync };

describe('every file of the web client', () => {
  it.each(['identity', 'gzip', 'br, gzip', 'gzip, deflate, br, zstd', '*'])(
    'has its own bytes and type where a client takes %s',
    async (accepted) => {
      for (const path of files) {
        const plain = await get(path);
        const { status, headers, body } = await get(path, { 'accept-encoding': accepted });
        expect(status, path).toBe(200);
        const decode = DECODERS[headers['content-encoding'] ?? ''] ?? ((bytes) => bytes);
        expect(decode(body).equals(readFileSync(join(FOLDER, path))), path).toBe(true);
        expect(headers['content-type'], path).toBe(plain.headers['content-type']);
        expect(headers.vary, path).toContain('Accept-Encoding');
        // A cache that mixed them up would give compressed bytes to who cannot read them.
        const isCompressed = headers['content-encoding'] !== undefined;
        expect(headers.etag === plain.headers.etag, path).toBe(!isCompressed);
        expect(isCompressed && accepted === 'identity', path).toBe(false);
      }
    },
  );

  it('is compressed where that makes it smaller, and with Brotli before gzip', async () => {
    const sizeOf = async (accepted: string) => {
      const answers = await Promise.all(scripts.map((path) => get(path, { 'accept-encoding': accepted })));
      return answers.reduce((sum, { body }) => sum + body.length, 0);
    };
    const [plain, gzip, brotli] = [await sizeOf('identity'), await sizeOf('gzip'), await sizeOf('gzip, br')];
    expect(gzip).toBeLessThan(plain / 2.5);
    expect(brotli).toBeLessThan(gzip * 0.95);
  });

  it('says with HEAD what it says with GET', async () => {
    for (const path of files) {
      for (const accepted of ['identity', 'br']) {
        const asked = { 'accept-encoding': accepted };
        const [head, whole] = [await get(path, asked, 'HEAD'), await get(path, asked)];
        expect(head.body).toHaveLength(0);
        expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
      }
    }
  });

  it('is not sent again to who has it', async () => {
    for (const path of files) {
      for (const accepted of ['identity', 'br']) {
        const asked = { 'accept-encoding': accepted };
        const { headers } = await get(path, asked);
        const again = await get(path, { ...asked, 'if-none-match': headers.etag ?? '' });
        expect([again.status, again.body.length, again.headers.vary]).toEqual([304, 0, headers.vary]);
      }
    }
  });

  it('can be had in parts, which are parts of what was negotiated', async () => {
    const [path = ''] = scripts;
    for (const accepted of ['identity', 'br']) {
      const asked = { 'accept-encoding': accepted };
      const whole = await get(path, asked);
      const part = await get(path, { ...asked, range: 'bytes=10-19' });
      expect(part.status).toBe(206);
      expect(part.headers['content-encoding']).toBe(whole.headers['content-encoding']);
      expect(part.headers['content-range']).toBe(`bytes 10-19/${String(whole.body.length)}`);
      expect(part.body.equals(whole.body.subarray(10, 20))).toBe(true);
    }
  });

  it('is as it is for who refuses even that, which is better than nothing', async () => {
    const [path = ''] = scripts;
    const { status, headers, body } = await get(path, { 'accept-encoding': 'identity;q=0' });
    expect([status, headers['content-encoding']]).toEqual([200, undefined]);
    expect(body.equals(readFileSync(join(FOLDER, path)))).toBe(true);
  });

  it('is not compressed for who refuses that', async () => {
    const [path = ''] = scripts;
    for (const accepted of ['', 'br;q=0, gzip;q=0', 'identity, *;q=0', 'zstd', 'brotli'])
      expect((await get(path, { 'accept-encoding': accepted })).headers['content-encoding'], accepted).toBeUndefined();
    expect((await get(path, { 'accept-encoding': 'br;q=0, gzip;q=0.1' })).headers['content-encoding']).toBe('gzip');
  });

  it('is kept for ever where its name changes with its content, and asked for again where not', async () => {
    const ofOthers = files.filter((path) => /^\/(?:emoji|languages|pdf)\//.test(path));
    const unchanging = [...pathsIn(PUBLIC), ...ofOthers, ...WORKER];
    expect(unchanging).toContain('/pdf/cmaps/Adobe-Japan1-4.bcmap');
    for (const path of files) {
      const { headers } = await get(path);
      const isHashed = !unchanging.includes(path) && path !== '/3rdpartylicenses.txt';
      expect(headers['cache-control'], path).toBe(isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    }
    expect(files).toEqual(expect.arrayContaining(unchanging));
  });
});

describe('a file of an earlier build', () => {
  const EARLIER = join(import.meta.dirname, '../../dist/earlier-client');
  const kept = [
    ['piece-EARLIER1.js', 'a piece of a page that is open still'],
    ['earlier.js', 'no hash in its name'],
  ] as const;
  beforeAll(() => {
    mkdirSync(EARLIER, { recursive: true });
    for (const [name, text] of kept) writeFileSync(join(EARLIER, name), text);
    writeFileSync(join(EARLIER, 'piece-EARLIER1.js.gz'), gzipSync('a piece of a page that is open still'));
  });
  afterAll(() => {
    for (const name of ['piece-EARLIER1.js', 'piece-EARLIER1.js.gz', 'earlier.js']) rmSync(join(EARLIER, name));
  });

  it('is still given to pages that were opened with it, and in all ways as one of today', async () => {
    const plain = await get('/piece-EARLIER1.js');
    expect([plain.status, String(plain.body)]).toEqual([200, 'a piece of a page that is open still']);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const packed = await get('/piece-EARLIER1.js', { 'accept-encoding': 'gzip' });
    expect(String(gunzipSync(packed.body))).toBe('a piece of a page that is open still');
  });

  it('is not given where its name says nothing of what is in it', async () => {
    expect((await get('/earlier.js')).status).toBe(404);
  });
});

describe('the page', () => {
  const AS_BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it.each(['/', '/login', '/chat/0190a7b4-1111-7000-8000-000000000000', '/chat/v1.2', '/some.where/else.html'])(
    'is on %s, asked for again each time',
    async (path) => {
      for (const accepted of ['identity', 'br']) {
        const { status, headers, body } = await get(path, { ...AS_BROWSER, 'accept-encoding': accepted });
        const decode = DECODERS[headers['content-encoding'] ?? ''] ?? ((bytes) => bytes);
        expect([status, headers['cache-control'], headers['content-type']]).toEqual([
          200,
          'no-cache',
          'text/html; charset=utf-8',
        ]);
        expect(decode(body).equals(readFileSync(join(FOLDER, 'index.html')))).toBe(true);
      }
    },
  );

  it('names the files of its first screen: what paints and runs first ahead, and each of them is there', async () => {
    for (const path of ['/', '/login', '/chat', '/chat/0190a7b4-1111-7000-8000-000000000000']) {
      const links = String((await get(path, AS_BROWSER)).headers.link).split(', ');
      const named = links.map((link) => /^<([^>]+)>; (rel=modulepreload|rel=preload; as=\w+)/.exec(link)?.slice(1));
      expect(named.slice(0, 3)).toEqual([
        [expect.stringMatching(/^\/styles-.*\.css$/), 'rel=preload; as=style'],
        ['/first-paint.js', 'rel=preload; as=script'],
        [expect.stringMatching(/^\/main-.*\.js$/), 'rel=modulepreload'],
      ]);
      expect(named.map((link) => link?.[1])).toContain('rel=preload; as=font');
      for (const link of named) expect(files).toContain(link?.[0]);
    }
    for (const path of ['/account', '/elsewhere', scripts[0] ?? ''])
      expect((await get(path, AS_BROWSER)).headers.link, path).toBeUndefined();
  });

  it.each([
    ['a script of an older build', '/chunk-BHO0elOv.js', 'GET', {}],
    ['a compressed file by its own name', `${scripts[0] ?? ''}.br`, 'GET', {}],
    ['an address of the API', '/graphql/elsewhere', 'GET', AS_BROWSER],
    ['what is sent', '/login', 'POST', AS_BROWSER],
    ['what lies beside the pages', '/..%2f..%2fserver%2fmain.js', 'GET', {}],
  ])('is not given for %s', async (_, path, method, headers) => {
    const answer = await get(path, headers, method);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers['content-type']).not.toContain('html');
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['cache-control'] ?? '').not.toContain('immutable');
  });
});

describe('the installed client', () => {
  it('has icons of the sizes that it says, and those without corners to their edges', async () => {
    const { body } = await get('/manifest.webmanifest');
    const manifest = JSON.parse(String(body)) as Manifest;
    expect(manifest.icons.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(['any', 'maskable']));
    for (const { src, sizes, type, purpose } of manifest.icons.filter((icon) => icon.type === 'image/png')) {
      const icon = await get(src);
      expect([src, icon.status, icon.headers['content-type']]).toEqual([src, 200, type]);
      const { data, info } = await sharp(icon.body).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      expect(`${String(info.width)}x${String(info.height)}`).toBe(sizes);
      expect(data[3], src).toBe(purpose === 'maskable' ? 255 : 0);
    }
  });

  it('begins, and has shortcuts, at pages of the client', async () => {
    const { start_url, scope, shortcuts } = JSON.parse(String((await get('/manifest.webmanifest')).body)) as Manifest;
    expect(scope).toBe('/');
    expect(shortcuts).not.toEqual([]);
    for (const path of [start_url, ...shortcuts.map(({ url }) => url)])
      expect([path, await kindOf(path)]).toEqual([path, 'page']);
  });

  it('has a worker that lets past what the server refuses to take for a page', () => {
    const apiIn = (path: string) => /^const API = (.+);$/m.exec(readFileSync(path, 'utf8'))?.[1];
    expect(apiIn('client/src/service-worker/worker.js')).toBe(apiIn('src/api/web-client.ts'));
    expect(apiIn('src/api/web-client.ts')).toContain('graphql');
  });
});

describe('a path', () => {
  const routes = readFileSync('client/src/app/app.routes.ts', 'utf8');
  const pages = [...routes.matchAll(/path: '([a-z]+)'/g)].map(([, name = '']) => name);

  it('below a page of the client is a page, whatever is in it and whoever asks', async () => {
    expect(pages).toEqual(expect.arrayContaining(['login', 'chat', 'account']));
    for (const name of pages) {
      for (const path of [`/${name}`, `/${name}/x.y`, `/${name}/a.b/c.js`, `/${name}/x%2Ey`, `/${name}/x.y?to=a.b`])
        expect([path, await kindOf(path)]).toEqual([path, 'page']);
    }
  });

  it.each(['/', '/unknown', '/some.where/else', '/unknown?file=a.js', '/%'])(
    'without a dot at its end is a page: %s',
    async (path) => {
      expect(await kindOf(path)).toBe('page');
    },
  );

  it.each([
    '/foo.js',
    '/chunk-AAAAAAAA.js',
    '/foo%2Ejs',
    '/chat.js',
    '/chatter/x.y',
    '/.env',
    '/%E0%A4%A.js',
    '/..%2f..%2fmain.js',
  ])('of a file that is not there is told in plain text: %s', async (path) => {
    expect(await kindOf(path)).toBe('missing');
  });

  it('of the API is refused in the API’s own form', async () => {
    for (const path of ['/upload/x.y', '/healthz/x.js']) {
      const { headers, status } = await get(path);
      expect([path, status, headers['content-type']]).toEqual([path, 404, 'application/json; charset=utf-8']);
    }
  });
});

/** What GET and HEAD say alike. */
async function kindOf(path: string): Promise<string> {
  const [got, head] = [await get(path), await get(path, {}, 'HEAD')];
  expect([path, head.status, head.headers['content-type'], head.headers['content-length']]).toEqual([
    path,
    got.status,
    got.headers['content-type'],
    got.headers['content-length'],
  ]);
  expect(head.body).toHaveLength(0);
  const [type] = (got.headers['content-type'] ?? '').split(';');
  if (got.status === 404 && type === 'text/plain') return 'missing';
  return got.status === 200 && type === 'text/html' ? 'page' : `${String(got.status)} ${String(type)}`;
}

interface Manifest {
  readonly start_url: string;
  readonly scope: string;
  readonly icons: readonly { src: string; sizes: string; type: string; purpose: string }[];
  readonly shortcuts: readonly { url: string }[];
}

interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** As it comes over the line: fetch would unpack it. */
function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asking = request(server.url, { path, method, headers }, (answer) => {
      buffer(answer).then((body) => {
        resolve({ status: answer.statusCode, headers: answer.headers, body });
      }, reject);
    });
    asking.on('error', reject).end();
  });
}

function pathsIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => `/${relative(folder, join(parentPath, name)).replaceAll(sep, '/')}`);
}
