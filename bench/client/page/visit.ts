import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import type { CrowdedServer } from '../server/crowded-server.js';

const metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

export interface Device {
  readonly width: number;
  readonly height: number;
  readonly isPhone?: boolean;
}

export const DESKTOP: Device = { width: 1440, height: 900 };
export const PHONE: Device = { width: 412, height: 823, isPhone: true };

/** Somebody at a browser that has nothing in it. The app is not kept in it either: each visit would be the second one. */
export class Visit {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly tools: CDPSession,
    private readonly server: CrowdedServer,
  ) {}

  static async begins(
    browser: Browser,
    server: CrowdedServer,
    { width, height, isPhone = false }: Device,
  ): Promise<Visit> {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: isPhone,
      isMobile: isPhone,
      deviceScaleFactor: isPhone ? 2 : 1,
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send('Performance.enable');
    return new Visit(page, context, tools, server);
  }

  async signsIn(): Promise<void> {
    const { url, username, password } = this.server;
    const response = await this.context.request.post(`${url}/graphql`, {
      data: {
        query: 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }',
        variables: { input: { username, password, cookie: true } },
      },
    });
    if (!(await response.text()).includes('"login"')) throw new Error('Nobody could sign in.');
  }

  /** Until its messages stand there. */
  async opens(roomId: string): Promise<void> {
    await this.page.goto(`${this.server.url}/chat/${roomId}`);
    await this.page.locator('app-timeline article').first().waitFor();
    await this.page.waitForLoadState('networkidle');
  }

  /** What Chromium counts of the page, by name. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    const { metrics: all } = metrics.parse(await this.tools.send('Performance.getMetrics'));
    return new Map(all.map(({ name, value }) => [name, value]));
  }

  /** In milliseconds: what the page's own thread has done so far. */
  async worked(): Promise<number> {
    return 1000 * ((await this.counts()).get('TaskDuration') ?? 0);
  }

  async ends(): Promise<void> {
    await this.context.close();
  }
}
