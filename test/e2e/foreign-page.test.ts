import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { firstOf } from '../support/chance/rounds.js';
import { aName } from '../support/people/accounts.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

// A page of somebody else in the browser in which Ada is signed in. Another port is another origin of the same site, so that her cookies go along.

const foreign = await aForeignSite();
const server = await aServer({ ALLOWED_ORIGINS: foreign.friend });
const browser = await aBrowser();

const LOGOUT = 'mutation { logout { ok } }';
const REFRESH = 'mutation { refreshSession { session { accessToken } } }';
const WHO = '{ viewer { user { username } } }';

/** What a page may try. Each gives back what it could read. */
const TRIES: [name: string, attempt: (url: string, query: string) => Promise<string>][] = [
  [
    'fetch with a Bearer of its own making',
    (url, query) => {
      const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
      const body = JSON.stringify({ query });
      return fetch(url, { method: 'POST', credentials: 'include', headers, body }).then((answer) => answer.text());
    },
  ],
  [
    'fetch with a Bearer and a text',
    (url, query) => {
      const headers = { authorization: 'Bearer x', 'content-type': 'text/plain' };
      const body = JSON.stringify({ query });
      return fetch(url, { method: 'POST', credentials: 'include', headers, body }).then((answer) => answer.text());
    },
  ],
  [
    'fetch with a Bearer that asks for no answer',
    (url, query) => {
      const headers = { authorization: 'Bearer x', 'content-type': 'text/plain' };
      const body = JSON.stringify({ query });
      return fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', headers, body }).then((answer) =>
        answer.text(),
      );
    },
  ],
  [
    'fetch of JSON',
    (url, query) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query });
      return fetch(url, { method: 'POST', credentials: 'include', headers, body }).then((answer) => answer.text());
    },
  ],
  [
    'fetch of a form with a Bearer',
    (url, query) => {
      const body = new FormData();
      body.append('operations', JSON.stringify({ query }));
      body.append('map', '{}');
      const headers = { authorization: 'Bearer x' };
      return fetch(url, { method: 'POST', credentials: 'include', headers, body }).then((answer) => answer.text());
    },
  ],
  [
    'fetch of an address with a Bearer',
    (url, query) => {
      const headers = { authorization: 'Bearer x' };
      const address = `${url}?query=${encodeURIComponent(query)}`;
      return fetch(address, { credentials: 'include', headers }).then((answer) => answer.text());
    },
  ],
  [
    'fetch without any header',
    (url, query) => {
      const body = JSON.stringify({ query });
      return fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body }).then((answer) =>
        answer.text(),
      );
    },
  ],
  [
    'a beacon',
    (url, query) => {
      const form = new FormData();
      form.append('operations', JSON.stringify({ query }));
      form.append('map', '{}');
      navigator.sendBeacon(url, form);
      navigator.sendBeacon(url, JSON.stringify({ query }));
      navigator.sendBeacon(url, new Blob([JSON.stringify({ query })], { type: 'application/json' }));
      navigator.sendBeacon(url, new URLSearchParams({ query }));
      return Promise.resolve('');
    },
  ],
  [
    'a picture, a script and a frame',
    (url, query) => {
      const address = `${url}?query=${encodeURIComponent(query)}`;
      for (const tag of ['img', 'script', 'iframe']) {
        const element = document.createElement(tag);
        element.setAttribute('src', address);
        document.body.append(element);
      }
      return Promise.resolve('');
    },
  ],
  [
    'forms of every kind',
    (url, query) => {
      for (const enctype of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
        const frame = document.createElement('iframe');
        frame.name = enctype;
        const form = document.createElement('form');
        Object.assign(form, { action: url, method: 'POST', enctype, target: enctype });
        const fields = { query, operations: JSON.stringify({ query }), map: '{}' };
        for (const [name, value] of Object.entries(fields)) {
          const field = document.createElement('input');
          Object.assign(field, { name, value });
          form.append(field);
        }
        document.body.append(frame, form);
        form.submit();
      }
      return Promise.resolve('');
    },
  ],
];

test.each(
  firstOf(
    [
      ['of another origin', foreign.stranger],
      ['of another site', foreign.otherSite],
      ['of an origin that may ask', foreign.friend],
    ],
    1,
  ),
)('a page %s neither changes nor reads anything of Ada’s', async (_, origin) => {
  const username = aName();
  await Person.registers(server, username);
  const ada = await Visitor.arrives(browser, server.url);
  await ada.signsIn(username, PASSWORD);
  const cookie = await refreshCookieOf(ada);
  for (const [name, attempt] of TRIES) {
    const page = await ada.context.newPage();
    await page.goto(origin);
    for (const query of [LOGOUT, REFRESH, WHO]) {
      const read = await page
        .evaluate(`(${String(attempt)})(${JSON.stringify(`${server.url}/graphql`)}, ${JSON.stringify(query)})`)
        .catch((error: unknown) => String(error));
      for (const secret of [username, 'accessToken', '"ok"']) expect(read, name).not.toContain(secret);
    }
    await page.waitForLoadState('networkidle');
    await page.close();
    // Neither ended nor traded: the browser still holds the token of before.
    expect(await refreshCookieOf(ada), name).toBe(cookie);
  }
  // And the server takes it.
  await ada.page.goto(`${server.url}/account`);
  await ada.page.getByText('This browser', { exact: true }).waitFor();
});

test('the same from a page of its own does what it says: the tests above would notice', async () => {
  const username = aName();
  await Person.registers(server, username);
  const ada = await Visitor.arrives(browser, server.url);
  await ada.signsIn(username, PASSWORD);
  const read = await ada.page.evaluate(async (query) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
    return answer.text();
  }, LOGOUT);
  expect(read).toContain('"ok":true');
  expect(await refreshCookieOf(ada)).toBe('');
});

async function refreshCookieOf({ context, url }: Visitor): Promise<string> {
  const cookies = await context.cookies(`${url}/graphql`);
  return cookies.find(({ name }) => name.includes('refresh'))?.value ?? '';
}

/** Two ports on this machine, one of them the friend's; and the machine by its other name, which is another site. */
async function aForeignSite(): Promise<{ stranger: string; friend: string; otherSite: string }> {
  const [one, two] = [await listening(), await listening()];
  return {
    stranger: `http://127.0.0.1:${one}`,
    friend: `http://127.0.0.1:${two}`,
    otherSite: `http://localhost:${one}`,
  };
}

async function listening(): Promise<string> {
  const site: Server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Elsewhere</title><body></body>');
  });
  await new Promise<void>((resolve) => site.listen(0, resolve));
  afterAll(() => site.close());
  return String((site.address() as AddressInfo).port);
}
