import type { IncomingMessage, Server } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { logout } from '../support/people/accounts.js';
import { signsInAtABrowser } from '../support/requests/files-cookie.js';
import { aCast } from '../support/people/cast.js';
import { chunk, pngOf, sizeChunk } from '../support/files/png.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { type Content, get, picture, upload } from '../support/files/uploads.js';
import { aBrowser } from '../support/browser/visitor.js';

const server = await aServer();
const { ada, ben } = await aCast(server);
const room = await aRoom(ada, [ben]);
const browser = await aBrowser();

/** Whatever runs says so in each of the ways in which it could. */
const SCRIPT = `try{top.ran='yes'}catch{};self.ran='yes';fetch('${server.url}/healthz?ran').catch(()=>0);alert('ran')`;
const PAGE = `<!doctype html><body><script>${SCRIPT}</script><img src=x onerror="${SCRIPT}"></body>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="${SCRIPT}"><script>${SCRIPT}</script><image href="${server.url}/healthz?ran"/></svg>`;

const arrived: string[] = [];
const http: Server = server.app.getHttpServer();
http.on('request', ({ url = '' }: IncomingMessage) => {
  if (url.endsWith('?ran')) arrived.push(`a request for ${url}`);
});

const HOSTILE: readonly [string, string, () => Content | Promise<Content>][] = [
  ['an SVG with scripts', 'drawing.svg', () => SVG],
  ['an SVG that begins as XML', 'drawing.svg', () => `<?xml version="1.0"?>${SVG}`],
  [
    'XML that is styled by a script',
    'a.xml',
    () => `<?xml version="1.0"?><?xml-stylesheet href="${server.url}/healthz?ran"?><x/>`,
  ],
  ['a page that is called a picture', 'holiday.png', () => PAGE],
  ['a page', 'index.html', () => PAGE],
  ['a page in another encoding', 'index.html', () => Buffer.from(`\uFEFF${PAGE}`, 'utf16le')],
  [
    'a page as XML',
    'index.xhtml',
    () => `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${SCRIPT}</script></html>`,
  ],
  ['a script', 'library.js', () => SCRIPT],
  ['a script that is a GIF as well', 'a.gif', () => Buffer.from(`GIF89a/*\0\0\0\0\0*/=1;${SCRIPT}//;`, 'latin1')],
  ['a bitmap that is a script as well', 'a.bmp', () => Buffer.from(`BM/*\0\0\0\0*/=1;${SCRIPT}//`, 'latin1')],
  [
    'a GIF with an archive of programs at its end',
    'a.gif',
    async () =>
      Buffer.concat([
        await picture().gif().toBuffer(),
        Buffer.from('PK\x03\x04\x14\0\0\0\0\0META-INF/MANIFEST.MF', 'latin1'),
      ]),
  ],
  [
    'a PNG with a page in its description, and one behind its end',
    'a.png',
    () =>
      Buffer.concat([
        pngOf(
          sizeChunk(8, 8),
          chunk('tEXt', `Comment\0${PAGE}`),
          chunk('IDAT', Buffer.from('789c636068c0000001830100', 'hex')),
        ),
        Buffer.from(PAGE),
      ]),
  ],
  [
    'a JPEG with a document that runs in its comment',
    'a.jpg',
    async () =>
      commented(
        await picture().jpeg().toBuffer(),
        `%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj */${SCRIPT}`,
      ),
  ],
  [
    'a document that runs',
    'a.pdf',
    () => `%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(${SCRIPT})>>>>endobj\ntrailer<</Root 1 0 R>>`,
  ],
  [
    'a film of nothing but a page',
    'a.webm',
    () => Buffer.concat([Buffer.from('1a45dfa3934282847765626d', 'hex'), Buffer.from(PAGE)]),
  ],
  ['a page in a mail', 'a.mht', () => `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${PAGE}`],
  [
    'a style that loads something',
    'a.css',
    () => `@import "${server.url}/healthz?ran"; body { background: url(${server.url}/healthz?ran) }`,
  ],
];

const visit = await aVisit();

describe('in Ben’s browser', () => {
  it.each(HOSTILE)('%s does nothing, however it is opened', async (_, name, make) => {
    const file = await upload(ada, room, name, await make());
    await ada.says('Look', room, { attachmentIds: [file.id] });
    expect((await get(ben, file.url)).status).toBe(200);
    await visit.opens(file.url);
    await visit.embeds(waysToEmbed(file.url).join('\n'));
    expect(visit.asked(file.url)).toBeGreaterThan(8);
    expect(await visit.happened()).toEqual([]);
  });

  it('a picture is gone with his session, though the browser kept it', async () => {
    const file = await upload(ada, room, 'a.png', await picture().png().toBuffer());
    await ada.says('Look', room, { attachmentIds: [file.id] });
    // On a page of the server's own: where a test answers for a page, the browser keeps nothing.
    const { context, bearer } = await aContext();
    const page = await context.newPage();
    const looks = async (): Promise<number> => {
      await page.goto(`${server.url}/healthz`);
      return page.evaluate(
        (url) =>
          new Promise<number>((resolve) => {
            const image = new Image();
            image.onload = image.onerror = () => {
              resolve(image.naturalWidth);
            };
            image.src = url;
          }),
        file.url,
      );
    };
    expect(await looks()).toBe(120);
    expect(await looks()).toBe(120);
    await logout(server, bearer);
    expect(await looks()).toBe(0);
    await context.close();
  });

  it('a page is told to sign in, though nothing of its large file is read', async () => {
    await visit.embeds('');
    const answer = await visit.page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = new XMLHttpRequest();
          const form = new FormData();
          form.append('roomId', 'x');
          form.append('file', new Blob([new Uint8Array(15_000_000)]));
          request.onload = () => {
            resolve([request.status, request.responseText]);
          };
          request.onerror = () => {
            resolve('no answer');
          };
          request.open('POST', '/upload');
          request.send(form);
        }),
    );
    expect(answer).toEqual([401, '{"code":"UNAUTHENTICATED","message":"Sign in first."}']);
  });

  it('what runs would be seen: a page that is not served as a file', async () => {
    await visit.embeds(PAGE);
    expect((await visit.happened()).length).toBeGreaterThan(1);
  });
});

function waysToEmbed(url: string): string[] {
  return [
    `<img src="${url}">`,
    `<iframe src="${url}"></iframe>`,
    `<object data="${url}"></object>`,
    `<object data="${url}?1" type="text/html"></object>`,
    `<embed src="${url}?2" type="image/svg+xml">`,
    `<script src="${url}?3"></script>`,
    `<script type="module" src="${url}?4"></script>`,
    `<link rel="stylesheet" href="${url}?5">`,
    `<video src="${url}?6" autoplay muted></video>`,
    `<script>try{new Worker("${url}?7")}catch{}</script>`,
  ];
}

/** Ben at a browser, on pages of this server that forbid nothing: what protects him is what the file comes with. */
async function aVisit() {
  const { context } = await aContext();
  let content = '';
  await context.route(`${server.url}/page`, (route) => route.fulfill({ contentType: 'text/html', body: content }));
  const happened: string[] = [];
  const requests: string[] = [];
  listen(context, happened, requests);
  const page = await context.newPage();
  const embeds = async (html: string): Promise<void> => {
    content = `<!doctype html><body>${html}</body>`;
    await page.goto(`${server.url}/page`, { waitUntil: 'load' });
    await ranIn(page, happened);
  };
  return {
    page,
    embeds,
    /** As by its address; a file that is only to be saved opens no page. */
    opens: async (path: string): Promise<void> => {
      await page.goto(server.url + path, { waitUntil: 'load' }).catch(() => undefined);
      await ranIn(page, happened);
    },
    asked: (path: string): number => requests.filter((url) => url.startsWith(server.url + path)).length,
    /** What ran since this was asked last. */
    happened: async (): Promise<string[]> => {
      // A page that comes behind all that the file could have begun.
      await embeds('');
      return [...happened.splice(0), ...arrived.splice(0)];
    },
  };
}

async function aContext(): Promise<{ context: BrowserContext; bearer: Record<string, string> }> {
  const context = await browser.newContext();
  const { cookie, bearer } = await signsInAtABrowser(server, ben);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: `${server.url}/uploads/` }]);
  return { context, bearer };
}

function listen(context: BrowserContext, happened: string[], requests: string[]): void {
  context.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    requests.push(request.url());
  });
}

/** Notes whether a script has left its mark in any frame. */
async function ranIn(page: Page, happened: string[]): Promise<void> {
  for (const frame of page.frames()) {
    if (frame.isDetached()) continue;
    const ran = await frame.evaluate(() => Reflect.get(globalThis, 'ran') as unknown).catch(() => undefined);
    if (ran !== undefined) happened.push(`a script ran in ${frame.url()}`);
  }
}

/** A JPEG with a comment at its beginning. */
function commented(jpeg: Buffer, text: string): Buffer<ArrayBuffer> {
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text, 'latin1'), jpeg.subarray(2)]);
}
