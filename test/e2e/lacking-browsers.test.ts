import { expect, test } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { firstOf } from '../support/chance/rounds.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

const DRAFTS = 'does not keep drafts';
const UNSENT = 'does not keep unsent messages';
const BOTH = 'does not keep drafts or unsent messages';
const TABS = 'does not reach your other tabs';
const COOKIES = 'does not keep cookies';

/** What a browser may do to a page, in the page, before anything of ours runs. */
const LACKS: Readonly<Record<string, () => void>> = {
  'no BroadcastChannel': () => {
    Object.defineProperty(window, 'BroadcastChannel', { value: undefined });
  },
  'a BroadcastChannel that throws': () => {
    Object.defineProperty(window, 'BroadcastChannel', {
      value: function () {
        throw new DOMException('Not here.', 'SecurityError');
      },
    });
  },
  'a BroadcastChannel that closes itself': () => {
    BroadcastChannel.prototype.postMessage = () => {
      throw new DOMException('Closed.', 'InvalidStateError');
    };
  },
  'no localStorage': () => {
    Object.defineProperty(window, 'localStorage', { value: undefined });
  },
  'a localStorage that throws': () => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Not here.', 'SecurityError');
      },
    });
  },
  'a full localStorage': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
  },
  'no IndexedDB': () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  },
  'an IndexedDB that throws': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not here.', 'SecurityError');
    };
  },
  'an IndexedDB that never opens': () => {
    const silent: unknown = Object.create(IDBOpenDBRequest.prototype, {
      addEventListener: { value: () => undefined },
      removeEventListener: { value: () => undefined },
    });
    IDBFactory.prototype.open = () => silent as IDBOpenDBRequest;
  },
  'an IndexedDB that never answers': () => {
    const silent: unknown = Object.create(IDBRequest.prototype, {
      addEventListener: { value: () => undefined },
      removeEventListener: { value: () => undefined },
    });
    for (const method of ['put', 'delete', 'clear'] as const) IDBObjectStore.prototype[method] = () => silent as never;
    IDBIndex.prototype.getAll = () => silent as never;
  },
  'no sessionStorage, notifications and locks': () => {
    for (const name of ['sessionStorage', 'Notification']) Object.defineProperty(window, name, { value: undefined });
    Object.defineProperty(navigator, 'locks', { value: undefined });
  },
  'no media queries': () => {
    Object.defineProperty(window, 'matchMedia', { value: undefined, configurable: true });
  },
  'media queries that throw': () => {
    Object.defineProperty(window, 'matchMedia', {
      configurable: true,
      value: () => {
        throw new Error('Not here.');
      },
    });
  },
};

test.each(
  firstOf(
    [
      ['a BroadcastChannel that throws', TABS],
      ['no localStorage', DRAFTS],
      ['an IndexedDB that never answers', UNSENT],
      ['no media queries', null],
      ['no BroadcastChannel', TABS],
      ['a BroadcastChannel that closes itself', TABS],
      ['a localStorage that throws', DRAFTS],
      ['a full localStorage', DRAFTS],
      ['no IndexedDB', UNSENT],
      ['an IndexedDB that throws', UNSENT],
      ['an IndexedDB that never opens', UNSENT],
      ['no sessionStorage, notifications and locks', null],
      ['media queries that throw', null],
    ] as const,
    4,
  ),
)('with %s, people come in, talk and reload, and are told what does not work', async (lack, sentence) => {
  const ada = await arrives([lack]);
  await ada.entersAsGuest('Ada', 'Workshop');
  await ada.says(`Said with ${lack}`);
  await ada.sees(`Said with ${lack}`);
  const notice = ada.page.locator('app-browser-notice');
  if (sentence !== null) await notice.getByText(sentence).waitFor();
  await ada.page.reload();
  await ada.sees(`Said with ${lack}`);
  await ada.says(`Said once more with ${lack}`);
  await ada.sees(`Said once more with ${lack}`);
  if (sentence === null) expect(await notice.innerText()).toBe('');
  await ada.page.goto(`${server.url}/logout`);
  await ada.page.getByRole('heading', { name: 'You’re signed out' }).waitFor();
});

test('with no cookies, people come in and talk, are told before what a reload will cost, and sign out', async () => {
  const ada = await arrives([]);
  await withoutCookies(ada.context);
  await ada.entersAsGuest('Ada', 'Workshop');
  await ada.page.getByText(COOKIES).waitFor();
  await ada.says('Said without cookies');
  await ada.sees('Said without cookies');
  await ada.page.reload();
  await ada.page.getByLabel('Username').waitFor();
});

test('with no cookies, a session lasts longer than its first token', async () => {
  const ada = await arrives([]);
  await withoutCookies(ada.context);
  await ada.page.clock.install();
  await ada.entersAsGuest('Ada', 'Workshop');
  server.clock.advance({ minutes: 16 });
  await ada.page.clock.runFor(16 * 60_000);
  await ada.says('Still here');
  await ada.sees('Still here');
});

test.each(['absent', 'throwing'])(
  'with everything %s, people come in and talk, and know what a reload costs',
  async (how) => {
    const names = Object.keys(LACKS).filter((name) => name.startsWith('no ') === (how === 'absent'));
    const ada = await arrives(names.filter((name) => !/closes itself|never answers|full/.test(name)));
    await withoutCookies(ada.context);
    await ada.context.addInitScript(() => {
      Object.defineProperty(document, 'cookie', {
        get: () => '',
        set: () => undefined,
      });
    });
    await ada.page.goto(server.url);
    await ada.page.getByText(COOKIES).waitFor();
    await ada.entersAsGuest('Ada', 'Workshop');
    await ada.says(`Said with everything ${how}`);
    await ada.sees(`Said with everything ${how}`);
    await ada.page.getByText(BOTH).waitFor();
    await ada.page.reload();
    await ada.page.getByLabel('Username').waitFor();
    await ada.page.getByText(COOKIES).waitFor();
  },
);

async function arrives(lacks: readonly string[]): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url);
  for (const lack of lacks) await visitor.context.addInitScript(LACKS[lack] ?? (() => undefined));
  return visitor;
}

/** Cookies are thrown away as they come. Everything else goes through. */
async function withoutCookies(context: BrowserContext): Promise<void> {
  await context.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    delete headers['set-cookie'];
    await context.clearCookies();
    await route.fulfill({ response, headers });
  });
}
