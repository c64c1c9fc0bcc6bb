import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { firstOf } from '../support/chance/rounds.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer({ RATE_LIMITS: 'on' });
const browser = await aBrowser();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LIMIT = { message: 'Too many attempts.', extensions: { code: 'RATE_LIMITED', retryAfter: 30 } };

test.each(
  firstOf(
    [
      ['40 days behind', 'behind', -40],
      ['right', 'right', 0],
      ['40 days ahead', 'ahead', 40],
    ],
    1,
  ),
)('a browser whose clock is %s refreshes four times in an hour, and tells days as they are', async (_, name, days) => {
  const ada = await Person.registers(server, `ada.${name}`);
  const room = await ada.creates(`Clockmaker’s ${name}`);
  await ada.says('What day is it?', room);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.page.clock.install({ time: Date.now() + days * DAY });
  await visitor.hasSignedIn(`ada.${name}`, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.sees('What day is it?');
  await visitor.says('Today');
  await visitor.sees('Today');
  await visitor.timeline.getByText('Today', { exact: true }).first().waitFor();
  const before = refreshesOf(visitor);
  await passes(visitor.page, HOUR);
  const refreshes = refreshesOf(visitor) - before;
  expect(refreshes).toBeGreaterThanOrEqual(3);
  expect(refreshes).toBeLessThanOrEqual(5);
});

test('a clock that is set while the page is open, forth and back, costs a refresh or two and takes nobody away', async () => {
  const ada = await Person.registers(server, 'ada.jumps');
  const room = await ada.creates('Time machine');
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.page.clock.install({ time: Date.now() });
  await visitor.hasSignedIn('ada.jumps', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  const before = refreshesOf(visitor);
  for (const [index, days] of [40, -80, 365, -400].entries()) {
    await visitor.page.clock.setSystemTime(Date.now() + days * DAY);
    await passes(visitor.page, 10_000);
    await visitor.says(`Said after jump ${String(index)}`);
    await visitor.sees(`Said after jump ${String(index)}`);
  }
  expect(refreshesOf(visitor) - before).toBeLessThanOrEqual(4);
});

test('where every refresh is refused, nothing is asked again within a second, and never before the server wants to hear of it', async () => {
  await Person.registers(server, 'ada.refused');
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ada.refused', PASSWORD);
  const asked = await refusesAll(visitor.page, 'RefreshSession');
  await visitor.page.goto(`${server.url}/chat`);
  await expect.poll(() => asked.length).toBe(1);
  await visitor.page.evaluate(restless);
  await visitor.page.waitForTimeout(4000);
  // What waits for the session still knows that the server is there, and the way in is open.
  expect(asked).toHaveLength(1);
  await visitor.page.goto(`${server.url}/login`);
  await visitor.page.getByLabel('Username').waitFor();
  await visitor.fillsIn('ada.refused', PASSWORD);
  await visitor.page.waitForURL('**/chat');
});

test('whoever was kept waiting at the door is let on when the server says who they are', async () => {
  await Person.registers(server, 'ada.later');
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ada.later', PASSWORD);
  await refusesAll(visitor.page, 'RefreshSession', { ...LIMIT, extensions: { ...LIMIT.extensions, retryAfter: 2 } });
  await visitor.page.goto(`${server.url}/login`);
  await visitor.page.getByLabel('Username').waitFor();
  await visitor.page.unroute('**/graphql');
  await visitor.page.waitForURL('**/chat');
});

test.each(
  firstOf(
    [
      ['nothing answers', 'abort'],
      ['everything is refused', 'refuse'],
      ['the token is never good', 'unauthenticated'],
    ],
    1,
  ),
)('where %s, the page repeats no request within a second, whatever wakes it', async (_, how) => {
  const ada = await Person.registers(server, `ada.${how}`);
  const room = await ada.creates(`Waiting for Godot ${how}`);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn(`ada.${how}`, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  const asked = new Map<string, number[]>();
  await visitor.page.routeWebSocket('**/graphql', (socket) => {
    note(asked, 'the socket');
    void socket.close({ code: how === 'unauthenticated' ? 4403 : 1013 });
  });
  await visitor.page.route('**/graphql', async (route) => {
    const { operationName, variables } = route.request().postDataJSON() as {
      operationName: string;
      variables: unknown;
    };
    note(asked, `${operationName} ${JSON.stringify(variables)}`);
    const code = how === 'unauthenticated' ? 'UNAUTHENTICATED' : 'SERVICE_UNAVAILABLE';
    const isRefresh = operationName === 'RefreshSession';
    if (how === 'abort') await route.abort();
    else if (how === 'unauthenticated' && isRefresh) await route.fallback();
    else await route.fulfill({ status: 200, json: { errors: [{ message: 'Not now.', extensions: { code } }] } });
  });
  await visitor.says('Is anybody there?');
  await visitor.page.evaluate(restless);
  await visitor.page.evaluate(() => {
    dispatchEvent(new Event('offline'));
  });
  await visitor.page.waitForTimeout(7_000);
  await visitor.page.goto(`${server.url}/chat`);
  await visitor.page.evaluate(restless);
  await visitor.page.waitForTimeout(4_000);
  expect(asked.size).toBeGreaterThan(2);
  for (const [what, times] of asked) {
    for (const [index, at] of times.slice(1).entries()) {
      const gap = at - (times[index] ?? 0);
      // What was refused for its token goes again with the new one, once.
      const isSecondTry = how === 'unauthenticated' && !what.startsWith('RefreshSession') && index % 2 === 0;
      if (!isSecondTry) expect(gap, `${what}, request ${String(index + 2)}`).toBeGreaterThan(900);
    }
  }
});

test('a page that is refused keeps nobody behind the same address from coming in', async () => {
  const ada = await Person.registers(server, 'ada.floods');
  await Person.registers(server, 'ben.comes.in');
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ada.floods', PASSWORD);
  const codes = await visitor.page.evaluate(async () => {
    const query = 'mutation { refreshSession { user { id } session { accessToken } } }';
    const codes: string[] = [];
    for (let n = 0; n < 300; n += 1) {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
      codes.push(errors?.[0]?.extensions.code ?? 'OK');
    }
    return codes;
  });
  expect(codes.at(-1)).toBe('RATE_LIMITED');
  const ben = await Visitor.arrives(browser, server.url);
  await ben.page.goto(`${server.url}/login`);
  await ben.fillsIn('ben.comes.in', PASSWORD);
  await ben.page.waitForURL('**/chat');
  await ben.page.reload();
  await ben.page.getByText('Account menu').waitFor({ state: 'attached' });
  expect(ada.username).toBe('ada.floods');
});

/** Lets simulated time go by; real answers come in between. */
async function passes(page: Page, milliseconds: number): Promise<void> {
  const step = Math.min(milliseconds, 120_000);
  for (let gone = 0; gone < milliseconds; gone += step) {
    await page.clock.runFor(step);
    await page.evaluate(() => fetch('/healthz'));
  }
}

function refreshesOf({ asked }: Visitor): number {
  return asked.filter((name) => name === 'RefreshSession').length;
}

async function refusesAll(page: Page, operation: string, error = LIMIT): Promise<string[]> {
  const asked: string[] = [];
  await page.route('**/graphql', async (route) => {
    const { operationName = '' } = route.request().postDataJSON() as { operationName?: string };
    if (operationName !== operation) {
      await route.fallback();
      return;
    }
    asked.push(operationName);
    // As this server says it, and as a proxy does.
    const answers = [
      { contentType: 'application/graphql-response+json', body: JSON.stringify({ errors: [error] }) },
      { headers: { 'retry-after': String(error.extensions.retryAfter) }, body: 'Too many requests' },
    ];
    await route.fulfill({ status: 429, ...answers[asked.length % 2] });
  });
  return asked;
}

/** In the page: a network that flaps, and somebody who looks at the page and away, ten times a second. */
function restless(): void {
  setInterval(() => {
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
  }, 100);
}

function note(asked: Map<string, number[]>, what: string): void {
  asked.set(what, [...(asked.get(what) ?? []), performance.now()]);
}
