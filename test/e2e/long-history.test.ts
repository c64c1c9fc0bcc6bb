import { expect, test } from 'vitest';
import { rounds } from '../support/chance/rounds.js';
import { aLongHistory } from '../support/people/long-history.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const PASSWORD = 'a long password';
const MAX_ELEMENTS = 2000;
const server = await aServer();
const browser = await aBrowser();

test('however many messages are loaded, the page has fewer than two thousand elements', async () => {
  const loaded = rounds({ quick: 2000, thorough: 100_000 });
  const { visitor } = await aReader('ada.counts', loaded);
  expect(await elements(visitor)).toBeLessThan(MAX_ELEMENTS);
  let most = 0;
  while (!(await isAtBeginning(visitor))) {
    await toTop(visitor);
    most = Math.max(most, await elements(visitor));
  }
  expect(most).toBeLessThan(MAX_ELEMENTS);
  await toTop(visitor);
  await expect.poll(() => sizes(visitor)).toEqual({ first: 1, total: loaded });
  // All of it is there, and nothing of it has to be asked for again.
  visitor.asked.length = 0;
  await visitor.timeline.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2;
  });
  await expect.poll(() => firstInView(visitor)).toBeGreaterThan(loaded / 4);
  expect(await firstInView(visitor)).toBeLessThan((3 * loaded) / 4);
  expect(await elements(visitor)).toBeLessThan(MAX_ELEMENTS);
  expect(visitor.asked).toEqual([]);
}, 900_000);

test('what one scrolls moves by what one scrolls, also where it has never been drawn before', async () => {
  const { visitor } = await aReader('ada.scrolls', 600);
  await visitor.timeline.hover();
  const off = await visitor.timeline.evaluate(async (scroller) => {
    const painted = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            resolve();
          };
          port2.postMessage(null);
        });
      });
    const middle = (): HTMLElement | undefined =>
      [...scroller.querySelectorAll('article')].find((each) => each.getBoundingClientRect().top > innerHeight / 2);
    const wrong: string[] = [];
    for (let step = 0; step < 150; step += 1) {
      const row = middle();
      const before = row?.getBoundingClientRect().top ?? 0;
      const { scrollTop } = scroller;
      const way = Math.min(150, scrollTop);
      scroller.scrollTop -= way;
      await painted();
      const after = row?.getBoundingClientRect().top ?? 0;
      if (row?.isConnected && Math.abs(after - before - way) > 1)
        wrong.push(`step ${String(step)}: ${String(after - before)} for ${String(way)}`);
    }
    return wrong;
  });
  expect(off).toEqual([]);
});

test('whoever holds the thumb at the top comes to the beginning, page after page', async () => {
  const { visitor } = await aReader('ada.drags', 400);
  const frames = await visitor.timeline.evaluate(async (scroller) => {
    let count = 0;
    // What is loaded pushes the thumb down again: it is at the top in each frame, and measured before anybody hears that it moved.
    for (; count < 3000 && !document.querySelector('app-timeline .beginning'); count += 1) {
      scroller.scrollTop = 0;
      await new Promise(requestAnimationFrame);
    }
    return count;
  });
  expect(frames).toBeLessThan(3000);
});

test('an edit above does not move what one reads, nor does one below', async () => {
  const { ada, visitor, room } = await aReader('ada.edited', 120);
  await visitor.timeline.hover();
  await visitor.page.mouse.wheel(0, -1200);
  await visitor.page.getByRole('button', { name: 'Jump to latest' }).waitFor();
  await settled(visitor);
  const shown = await numbersInView(visitor);
  const middle = shown[Math.floor(shown.length / 2)] ?? 0;
  const before = await topOf(visitor, middle);
  const [first = 0] = shown;
  for (const number of [first - 3, first, first - 1, shown.at(-1) ?? 0]) {
    await ada.edits(
      await messageOf(ada, room, number),
      `Line ${String(number)} of it.\n\n${'It became longer.\n'.repeat(6)}`,
    );
    await expect.poll(() => bodyOf(visitor, number)).toContain('It became longer.');
    await settled(visitor);
    expect(Math.abs((await topOf(visitor, middle)) - before), `after message ${String(number)}`).toBeLessThan(1);
  }
});

test('the place is kept over a reload, far from the end, and over another room', async () => {
  const { ada, visitor, room } = await aReader('ada.returns', 1500);
  await ada.creates('Elsewhere');
  await visitor.page.goto(`${server.url}/chat/${room.id}/700`);
  await expect.poll(() => isInView(visitor, 700)).toBe(true);
  await visitor.timeline.hover();
  await visitor.page.mouse.wheel(0, -900);
  await expect.poll(() => isInView(visitor, 700)).toBe(false);
  await settled(visitor);
  const [first = 0] = await numbersInView(visitor);
  const before = await topOf(visitor, first);
  await visitor.page.reload();
  await expect.poll(() => isInView(visitor, first)).toBe(true);
  await expect.poll(async () => Math.abs((await topOf(visitor, first)) - before)).toBeLessThan(1);

  await visitor.page.getByRole('link', { name: 'Elsewhere' }).click();
  await visitor.page.getByRole('heading', { name: 'Elsewhere', level: 1 }).waitFor();
  await visitor.page.getByRole('link', { name: /^ada\.returns/ }).click();
  await expect.poll(() => isInView(visitor, first)).toBe(true);
  await expect.poll(async () => Math.abs((await topOf(visitor, first)) - before)).toBeLessThan(1);
});

test('an address leads to a message: it stands in view, has the focus, and one goes on both ways from there', async () => {
  const { visitor, room } = await aReader('ada.links', 1000);
  const { page } = visitor;
  await page.goto(`${server.url}/chat/${room.id}/500`);
  await expect.poll(() => focusedNumber(visitor)).toBe(500);
  expect(await isInView(visitor, 500)).toBe(true);
  // From then on the address is the room's.
  await page.waitForURL(`${server.url}/chat/${room.id}`);
  const top = await topOf(visitor, 500);
  const { y, height } = (await visitor.timeline.boundingBox()) ?? { y: 0, height: 0 };
  expect(top).toBeGreaterThan(y + height / 5);
  expect(top).toBeLessThan(y + (4 * height) / 5);

  await visitor.timeline.hover();
  while ((await firstInView(visitor)) > 440) await page.mouse.wheel(0, -500);
  while ((await firstInView(visitor)) < 560) await page.mouse.wheel(0, 500);
  await page.getByRole('button', { name: 'Jump to latest' }).click();
  await expect.poll(() => isInView(visitor, 1000)).toBe(true);
  await expect.poll(() => isAtEnd(visitor)).toBe(true);

  await page.goto(`${server.url}/chat/${room.id}/4711`);
  await page.getByText('That message couldn’t be found.').waitFor();
  await expect.poll(() => isInView(visitor, 1000)).toBe(true);
});

test('one jumps to a date, from the room’s menu and from the day above the messages', async () => {
  const { visitor } = await aReader('ada.dates', 1000, { perDay: 50 });
  const { page } = visitor;
  const days = (ago: number): string => {
    const day = new Date(Date.now() - ago * 86_400_000);
    const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
    return `${String(day.getFullYear())}-${month ?? ''}-${date ?? ''}`;
  };
  await page.getByRole('button', { name: 'Room options' }).click();
  await page.getByRole('menuitem', { name: 'Jump to a date' }).click();
  await page.getByLabel('Date', { exact: true }).fill(days(10));
  await page.getByRole('button', { name: 'Jump', exact: true }).click();
  await expect.poll(() => dayOfFocus(visitor)).toBe(days(10));
  // The first of that day.
  const number = await focusedNumber(visitor);
  await visitor.page.locator(`article[aria-posinset="${String((number ?? 0) - 1)}"]`).waitFor({ state: 'attached' });

  await page.locator('app-timeline h2 button').first().click();
  await expect.poll(() => page.getByLabel('Date', { exact: true }).inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  await page.getByLabel('Date', { exact: true }).fill('2001-01-01');
  await page.getByLabel('Date', { exact: true }).press('Enter');
  await expect.poll(() => focusedNumber(visitor)).toBe(1);
});

test('the message with the focus stays in the page while one scrolls away, and the keys go on from it', async () => {
  const { visitor } = await aReader('ada.focuses', 300);
  const { page } = visitor;
  await page.getByRole('button', { name: 'Room options' }).focus();
  await page.keyboard.press('Tab');
  expect(await focusedNumber(visitor)).toBe(300);
  await visitor.timeline.hover();
  while ((await firstInView(visitor)) > 230) await page.mouse.wheel(0, -600);
  await hasComeToRest(visitor);
  expect(await focusedNumber(visitor)).toBe(300);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => focusedNumber(visitor)).toBe(299);
  await expect.poll(() => isInView(visitor, 299)).toBe(true);
  for (let number = 298; number >= 240; number -= 1) {
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focusedNumber(visitor)).toBe(number);
    expect(await isInView(visitor, number)).toBe(true);
  }
  await page.keyboard.press('Home');
  await expect.poll(() => focusedNumber(visitor)).toBeLessThan(230);
  await page.keyboard.press('End');
  await expect.poll(() => focusedNumber(visitor)).toBe(300);
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Copy text' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focusedRow(visitor)).toBe(300);
});

test('what one is editing stays while one scrolls away, with its text', async () => {
  const { visitor } = await aReader('ada.writes', 300);
  const { page } = visitor;
  await visitor.composer.press('ArrowUp');
  const editor = page.getByRole('textbox', { name: 'Edit your message' });
  await editor.fill('Written anew');
  await visitor.timeline.hover();
  while ((await firstInView(visitor)) > 230) await page.mouse.wheel(0, -600);
  expect(await editor.inputValue()).toBe('Written anew');
  expect(await visitor.focused()).not.toBe(null);
  await page.keyboard.press('Enter');
  await editor.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Jump to latest' }).click();
  await visitor.sees('Written anew');
});

// The box that searches the page is the browser's own, and no test gets at it: it looks through what is in the page.
test('on Ctrl F what is loaded some hundred messages away is in the page, until one goes on in it, and nothing moves', async () => {
  const { visitor } = await aReader('ada.searches', 400);
  const { page } = visitor;
  while (!(await isAtBeginning(visitor))) await toTop(visitor);
  await page.getByRole('button', { name: 'Jump to latest' }).click();
  await expect.poll(() => isInView(visitor, 400)).toBe(true);
  expect(await visitor.messages('Line 23 of it').count()).toBe(0);
  await page.keyboard.press('Control+F');
  await visitor.messages('Line 23 of it').waitFor({ state: 'attached' });
  await settled(visitor);
  expect(await isAtEnd(visitor)).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => elements(visitor)).toBeLessThan(MAX_ELEMENTS);
  expect(await isAtEnd(visitor)).toBe(true);
});

for (const width of [320, 1440]) {
  test(`at ${String(width)} pixels a long history is read as well, and says where one is`, async () => {
    const { visitor } = await aReader(`ada.at.${String(width)}`, 400, { width });
    await visitor.timeline.hover();
    while ((await firstInView(visitor)) > 200) await visitor.page.mouse.wheel(0, -900);
    expect(await elements(visitor)).toBeLessThan(MAX_ELEMENTS);
    expect(await visitor.timeline.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    const article = visitor.timeline.locator('article').first();
    expect(await article.getAttribute('aria-setsize')).toBe('400');
    // The day stays at the upper edge.
    const { y } = (await visitor.timeline.boundingBox()) ?? { y: 0 };
    const days = await visitor.timeline
      .locator('h2 button')
      .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top)));
    expect(days.some((top) => top >= y && top < y + 24)).toBe(true);
  });
}

async function aReader(
  name: string,
  count: number,
  { width = 1280, perDay = 400 }: { width?: number; perDay?: number } = {},
): Promise<{ ada: Person; room: RoomAnswer; visitor: Visitor }> {
  const ada = await Person.registers(server, name);
  const room = await ada.creates(name);
  await aLongHistory(server, { author: ada, room, count, perDay });
  const visitor = await Visitor.arrives(browser, server.url, { width });
  await visitor.hasSignedIn(name, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await expect.poll(() => isInView(visitor, count)).toBe(true);
  await expect.poll(() => isAtEnd(visitor)).toBe(true);
  return { ada, room, visitor };
}

function elements({ page }: Visitor): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}

async function toTop({ timeline }: Visitor): Promise<void> {
  await timeline.evaluate(async (element) => {
    element.scrollTop = 0;
    await new Promise(requestAnimationFrame);
  });
}

function isAtBeginning({ page }: Visitor): Promise<boolean> {
  return page
    .getByText('This is the start of')
    .count()
    .then((count) => count > 0);
}

function isAtEnd({ timeline }: Visitor): Promise<boolean> {
  return timeline.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight < 4);
}

function sizes({ timeline }: Visitor): Promise<{ first: number; total: number }> {
  return timeline
    .locator('article')
    .first()
    .evaluate((article) => ({
      first: Number(article.getAttribute('aria-posinset')),
      total: Number(article.getAttribute('aria-setsize')),
    }));
}

function numbersInView({ timeline }: Visitor): Promise<number[]> {
  return timeline.evaluate((scroller) => {
    const frame = scroller.getBoundingClientRect();
    return [...scroller.querySelectorAll('article')]
      .filter((article) => {
        const { top, bottom } = article.getBoundingClientRect();
        return bottom > frame.top && top < frame.bottom;
      })
      .map((article) => Number(article.getAttribute('aria-posinset')));
  });
}

async function firstInView(visitor: Visitor): Promise<number> {
  return (await numbersInView(visitor))[0] ?? Number.NaN;
}

async function isInView(visitor: Visitor, number: number): Promise<boolean> {
  return (await visitor.timeline.count()) > 0 && (await numbersInView(visitor)).includes(number);
}

function topOf({ page }: Visitor, number: number): Promise<number> {
  return page
    .locator(`article[aria-posinset="${String(number)}"]`)
    .evaluate((article) => article.getBoundingClientRect().top);
}

async function bodyOf({ page }: Visitor, number: number): Promise<string> {
  return (await page.locator(`article[aria-posinset="${String(number)}"]`).textContent()) ?? '';
}

function focusedNumber({ page }: Visitor): Promise<number | null> {
  return page.evaluate(() => {
    const number = document.activeElement?.getAttribute('aria-posinset');
    return number ? Number(number) : null;
  });
}

/** Of what has the focus, or of the message that holds it. */
function focusedRow({ page }: Visitor): Promise<number> {
  return page.evaluate(() => {
    const row = document.activeElement?.closest('app-message-view');
    return Number(row?.querySelector('article')?.getAttribute('aria-posinset'));
  });
}

function dayOfFocus({ page }: Visitor): Promise<string | null> {
  return page.evaluate(
    () => document.activeElement?.closest('section')?.querySelector('time')?.getAttribute('datetime') ?? null,
  );
}

async function settled({ page }: Visitor): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  });
}

interface AroundAnswer {
  readonly room: {
    readonly messagesAround: { readonly nodes: { id: string; number: number; body: string; nonce: null }[] };
  };
}

async function messageOf(person: Person, { id }: RoomAnswer, number: number) {
  const query = `query ($id: ID!, $number: Int!) {
    room(id: $id) { messagesAround(number: $number, count: 1) { nodes { id number body nonce } } }
  }`;
  const [message] = (await person.asks<AroundAnswer>(query, { id, number })).room.messagesAround.nodes;
  if (!message) throw new Error(`There is no message ${String(number)}.`);
  return message;
}

/** The last turn of the wheel is still being scrolled when the page has taken it. */
async function hasComeToRest({ timeline }: Visitor): Promise<void> {
  const top = (): Promise<number> => timeline.evaluate(({ scrollTop }) => scrollTop);
  let before = await top();
  await expect
    .poll(
      async () => {
        const [last, now] = [before, await top()];
        before = now;
        return now - last;
      },
      { interval: 100 },
    )
    .toBe(0);
}
