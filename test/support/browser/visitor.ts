import { afterAll, expect, onTestFinished } from 'vitest';
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { launchBrowser } from './browser.js';

let nicknames = 0;

interface Equipment {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly density?: number;
  /** What the browser asks pages for. */
  readonly locale?: string;
  readonly touch?: boolean;
  /** Whether the app is kept in the browser. Elsewhere it is not: each test begins with a browser of its own, and would load all of it. */
  readonly worker?: boolean;
  /** Whether what was read is kept over a reload. Elsewhere it is not: a page that begins with it asks for less, and whether it is written yet is chance. */
  readonly snapshot?: boolean;
}

/** As the switch on the page of the account has it. */
function keepsNothing(): void {
  try {
    localStorage.setItem('tertulia.snapshot', 'off');
  } catch {
    // A browser without storage keeps nothing by itself.
  }
}

/** One browser for a test file. */
export async function aBrowser(): Promise<Browser> {
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  return browser;
}

/** Somebody at a browser of their own: what they see and do, in the page's own words. */
export class Visitor {
  /** What the page complained of; a test that ends with complaints fails. */
  readonly complaints: string[] = [];
  /** The GraphQL operations that the page asked for over HTTP, by name. */
  readonly asked: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly url: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports requests that fail, which is what some tests are about.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        if (!/WebSocket connection to|net::ERR_/.test(message.text())) this.complaints.push(message.text());
      }
    });
    const staysHere = (opened: { url(): string }): void => {
      if (!isWithin(opened.url(), url)) this.complaints.push(`The page asked elsewhere: ${opened.url()}`);
    };
    page.on('request', staysHere).on('websocket', staysHere);
    page.on('request', (request) => {
      if (!request.url().endsWith('/graphql') || request.method() !== 'POST') return;
      this.asked.push(operationNameOf(request) ?? 'unnamed');
    });
  }

  static async arrives(browser: Browser, url: string, options: Equipment = {}): Promise<Visitor> {
    const {
      width = 1280,
      height = 800,
      dark = false,
      density = 1,
      touch = false,
      worker = false,
      locale = 'en-GB',
    } = options;
    const { snapshot = process.env.SNAPSHOT === '1' } = options;
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: density,
      locale,
      // A phone: fingers, nothing that hovers, and a window that grows with what sticks out.
      hasTouch: touch,
      isMobile: touch,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      serviceWorkers: worker ? 'allow' : 'block',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    if (!snapshot) await context.addInitScript(keepsNothing);
    const visitor = new Visitor(await context.newPage(), context, url);
    onTestFinished(async () => {
      // What a test still answers in the network's place is asked again until the end, and would fail as the page closes.
      for (const routed of [context, ...context.pages()]) await routed.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
      expect(visitor.complaints).toEqual([]);
    });
    return visitor;
  }

  /** Comes in with a nickname, straight into a room. Gives back the nickname, which nobody else has. */
  async entersAsGuest(nickname: string, room: string): Promise<string> {
    nicknames += 1;
    const unique = `${nickname} ${String(nicknames)}`;
    await this.page.goto(this.url);
    await this.page.getByLabel('Your nickname').fill(unique);
    await this.page.getByLabel('Room').fill(room);
    await this.page.getByRole('button', { name: 'Join as a guest' }).click();
    await this.composer.waitFor();
    return unique;
  }

  async registers(username: string, password: string): Promise<void> {
    await this.page.goto(`${this.url}/register`);
    await this.page.getByLabel('Username').fill(username);
    await this.choosesOwnPassword();
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Create an account' }).click();
    await this.page.waitForURL('**/chat');
  }

  /** Is signed in, and at the chat. Not through the form, which tests of the form fill in: opening it is a third of what coming in costs. */
  async signsIn(username: string, password: string): Promise<void> {
    await this.hasSignedIn(username, password);
    await this.page.goto(`${this.url}/chat`);
    await this.page.getByText('Account menu').waitFor({ state: 'attached' });
    // Whoever counts what the page asks from here on counts nothing of how it opened.
    await expect.poll(() => this.asked.some((name) => name.startsWith('OpenChat'))).toBe(true);
  }

  /** Has signed in before: this browser has the session, and no page is open yet. */
  async hasSignedIn(username: string, password: string): Promise<void> {
    const query = 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }';
    const variables = { input: { username, password, cookie: true } };
    const response = await this.context.request.post(`${this.url}/graphql`, { data: { query, variables } });
    expect(await response.json()).toMatchObject({ data: { login: {} } });
  }

  /** At the sign-in page, wherever it leads. */
  async fillsIn(username: string, password: string): Promise<void> {
    await this.page.getByLabel('Username').fill(username);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** What has the focus: a field by its name, anything else by its words; nothing where nobody would know where they are. */
  focused(): Promise<string | null> {
    return this.page.evaluate(() => {
      const { activeElement, body } = document;
      if (activeElement === null || activeElement === body) return null;
      return activeElement.getAttribute('name') ?? activeElement.textContent.trim();
    });
  }

  async choosesOwnPassword(): Promise<void> {
    await this.page.getByRole('radio', { name: 'Choose my own' }).check();
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Message to/ });
  }

  get timeline(): Locator {
    return this.page.getByRole('region', { name: /^Messages (in|with) / });
  }

  /** The messages that hold a text. */
  messages(text: string): Locator {
    return this.timeline.getByRole('article').filter({ hasText: text });
  }

  async says(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** Away from the newest message, to the top of what is there. Repeated until it counts: while a page settles, it holds its end in view. */
  async scrollsUp(): Promise<void> {
    const away = this.page.locator('app-timeline .pill');
    await expect
      .poll(async () => {
        await this.timeline.evaluate((element) => {
          element.scrollTop = 0;
        });
        return away.isVisible();
      })
      .toBe(true);
  }

  async sees(text: string): Promise<void> {
    await this.messages(text).first().waitFor();
  }

  /** The messages that wait in the browser to be sent, as anybody finds them who sits down at it. */
  unsent(): Promise<unknown[]> {
    return this.page.evaluate(
      () =>
        new Promise<unknown[]>((resolve, reject) => {
          const opening = indexedDB.open('tertulia');
          opening.onerror = () => {
            reject(new Error('The browser gives no storage.'));
          };
          opening.onsuccess = () => {
            const asking = opening.result.transaction('outbox').objectStore('outbox').getAll();
            asking.onsuccess = () => {
              opening.result.close();
              resolve(asking.result);
            };
          };
        }),
    );
  }

  async attaches(...paths: string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Attach files' }).click();
    await (await chooser).setFiles(paths);
  }

  /** Waits until the page is connected again, or for the first time. */
  async isConnected(): Promise<void> {
    await this.page.getByText('Connection lost.').waitFor({ state: 'detached' });
  }
}

/** Whether an address is on this server, or was made by the page itself. */
function isWithin(address: string, url: string): boolean {
  const { protocol, host } = new URL(address);
  return ['data:', 'blob:', 'about:'].includes(protocol) || host === new URL(url).host;
}

/** A request with a file is a form, and no JSON. */
function operationNameOf(request: Request): string | undefined {
  if (request.headers()['content-type']?.startsWith('multipart/')) return 'with a file';
  return (request.postDataJSON() as { operationName?: string }).operationName;
}
