import { expect, test } from 'vitest';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const PASSWORD = 'a long password';
const ALL_LINES = Array.from({ length: 60 }, (_, index) => index + 1);
const server = await aServer();
const browser = await aBrowser();

test('who goes to another room and back finds their place, also when something was said meanwhile', async () => {
  const ada = await Person.registers(server, 'ada.place');
  const ben = await Person.registers(server, 'ben.talks');
  const [long] = [await ada.creates('Long story'), await ada.creates('Next door')];
  await ben.joins(long);
  await saysLines(ada, long, 60);
  const visitor = await arrives('ada.place', long);
  await visitor.sees('Line 60 of');
  await visitor.isConnected();
  const line = visitor.messages('Line 20 of');
  await line.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
  });
  await visitor.page.getByRole('button', { name: 'Jump to latest' }).waitFor();
  const before = await topOf(line);
  await visitor.page.getByRole('link', { name: 'Next door' }).click();
  await visitor.page.getByRole('heading', { name: 'Next door' }).waitFor();
  await ben.says('And then', long);
  await ben.says('this as well', long);
  await visitor.page.getByRole('link', { name: /Long story.*2 unread/ }).click();
  await line.waitFor();
  await expect.poll(() => topOf(line)).toBeCloseTo(before, 0);
  // Nothing counts as read that was not seen.
  await visitor.page.getByRole('button', { name: '2 new messages' }).waitFor();

  await visitor.page.goBack();
  await visitor.page.getByRole('heading', { name: 'Next door' }).waitFor();
  await visitor.page.goForward();
  await line.waitFor();
  await expect.poll(() => topOf(line)).toBeCloseTo(before, 0);
});

test('a room that was left at its end is at its end again, whatever has come', async () => {
  const ada = await Person.registers(server, 'ada.end');
  const [long] = [await ada.creates('Long tail'), await ada.creates('Next table')];
  await saysLines(ada, long, 60);
  const visitor = await arrives('ada.end', long);
  await visitor.sees('Line 60 of');
  await visitor.page.getByRole('link', { name: 'Next table' }).click();
  await visitor.page.getByRole('heading', { name: 'Next table' }).waitFor();
  for (let line = 61; line <= 75; line += 1) await ada.says(`Line ${String(line)} of it`, long);
  await visitor.page.getByRole('link', { name: /Long tail/ }).click();
  await visitor.sees('Line 75 of');
  await expect.poll(() => isAtEnd(visitor)).toBe(true);
});

test('by keyboard the messages are one stop, and arrows go through them', async () => {
  const ada = await Person.registers(server, 'ada.keys');
  const room = await ada.creates('Keys');
  for (let line = 1; line <= 40; line += 1)
    await ada.says(`Line ${String(line)} with [a link](https://example.org/)`, room);
  const visitor = await arrives('ada.keys', room);
  const { page } = visitor;
  await visitor.sees('Line 40 with');
  await page.getByRole('button', { name: 'Room options' }).focus();
  await page.keyboard.press('Tab');
  await expect.poll(() => focusedLabel(page)).toMatch(/^ada\.keys, /);
  await expect.poll(() => focusedText(page)).toContain('Line 40 with');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => focusedText(page)).toContain('Line 39 with');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focusedText(page)).toContain('Line 40 with');
  // What is in the message is on the way once it has the focus, and has been drawn so.
  const link = visitor.messages('Line 40 with').getByRole('link');
  await expect.poll(() => link.evaluate(({ tabIndex }) => tabIndex)).toBe(0);
  // What the message holds, what can be done with it, and then the composer.
  const stops: string[] = [];
  while ((await focusedName(page)) !== 'message-box') {
    await page.keyboard.press('Tab');
    stops.push((await focusedLabel(page)) ?? (await focusedText(page)));
    if (stops.length > 10) break;
  }
  expect(stops).toEqual([
    'a link',
    'React to your message “Line 40 with a link”',
    'Reply to your message “Line 40 with a link”',
    'Reply in thread to your message “Line 40 with a link”',
    'Edit your message “Line 40 with a link”',
    'Delete your message “Line 40 with a link”',
    'More actions for your message “Line 40 with a link”',
    'Attach files',
    'Message to Keys',
  ]);
  // And it is on the way no more once it has lost it.
  await expect.poll(() => link.evaluate(({ tabIndex }) => tabIndex)).toBe(-1);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => focusedText(page)).toContain('Line 40 with');
  await page.keyboard.press('Home');
  await expect.poll(() => focusedText(page)).toContain('Line 1 with');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedLabel(page)).toBe('React to your message “Line 1 with a link”');
  await page.keyboard.press('End');
  await expect.poll(() => focusedText(page)).toContain('Line 40 with');
  await page.keyboard.press('Escape');
  expect(await focusedName(page)).toBe('message-box');
});

test('the first stop of the page leads to the composer', async () => {
  const ada = await Person.registers(server, 'ada.skips');
  const room = await ada.creates('Skipping');
  await ada.says('Hello', room);
  const visitor = await arrives('ada.skips', room);
  await visitor.sees('Hello');
  await visitor.page.getByRole('link', { name: 'Tertulia, all rooms' }).focus();
  await visitor.page.keyboard.press('Shift+Tab');
  expect(await focusedText(visitor.page)).toBe('Skip to message box');
  await visitor.page.keyboard.press('Enter');
  expect(await focusedName(visitor.page)).toBe('message-box');
});

test('the members stay closed until somebody opens them, are closed with Escape, and remembered', async () => {
  const ada = await Person.registers(server, 'ada.members');
  const room = await ada.creates('Members');
  const visitor = await arrives('ada.members', room, { width: 1440 });
  const { page } = visitor;
  const toggle = page.getByRole('button', { name: 'Members', exact: true });
  const panel = page.getByRole('complementary', { name: 'Members' });
  await visitor.composer.waitFor();
  expect(await panel.count()).toBe(0);
  await toggle.click();
  await panel.waitFor();
  await page.reload();
  await panel.waitFor();
  // From within it, and from where one writes.
  await panel.getByRole('button', { name: 'Close members panel' }).focus();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await focusedLabel(page)).toBe('Members');
  await toggle.click();
  await panel.waitFor();
  await visitor.composer.focus();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await page.reload();
  await visitor.composer.waitFor();
  expect(await panel.count()).toBe(0);
});

test('Escape closes what lies above the members first, and they stay', async () => {
  const ada = await Person.registers(server, 'ada.layers');
  const room = await ada.creates('Layers');
  const visitor = await arrives('ada.layers', room, { width: 1440 });
  const { page } = visitor;
  const panel = page.getByRole('complementary', { name: 'Members' });
  await page.getByRole('button', { name: 'Members', exact: true }).click();
  await panel.waitFor();
  await page.getByRole('button', { name: 'Room options' }).click();
  await page.getByRole('menuitem').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
  expect(await panel.count()).toBe(1);
  await page.getByRole('button', { name: 'New room' }).first().click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await panel.count()).toBe(1);
});

for (const [width, touch] of [
  [1440, false],
  [800, false],
  [390, false],
  [390, true],
  [320, true],
] as const) {
  test(`the tools of a message stand over no words, at ${String(width)} pixels${touch ? ' by touch' : ''}`, async () => {
    const name = `ada.tools.${String(width)}${touch ? '.t' : ''}`;
    const ada = await Person.registers(server, name);
    const room = await ada.creates(`Tools ${name}`);
    for (let line = 1; line <= 6; line += 1)
      await ada.says(`Line ${String(line)}: ${line % 2 === 0 ? 'short' : 'a long one. '.repeat(20)}`, room);
    const visitor = await arrives(name, room, { width, touch });
    await visitor.sees('Line 6');
    const rows = visitor.page.locator('app-message-view');
    expect(await rows.count()).toBe(6);
    for (const row of await rows.all()) {
      const outside = await row.evaluate((element) => {
        const tools = element.querySelector('.tools')?.getBoundingClientRect();
        if (!tools || tools.width === 0) return 'no tools';
        const frame = element.getBoundingClientRect();
        if (tools.top < frame.top || tools.bottom > frame.bottom + 0.5) return 'beyond its row';
        const range = document.createRange();
        for (const words of element.querySelectorAll('.prose, .heading > *')) {
          range.selectNodeContents(words);
          for (const { right, left, top, bottom } of range.getClientRects())
            // The space at which a line was broken may hang over its edge.
            if (right - 5 > tools.left && left < tools.right && bottom > tools.top && top < tools.bottom)
              return 'over words';
        }
        return null;
      });
      expect(outside).toBe(null);
    }
    // Nothing can be done with a pointer that hovers alone.
    const more = visitor.page.getByRole('button', { name: /^More actions for your message “Line 2/ });
    if (touch) await more.tap();
    else await more.click();
    await visitor.page.getByRole('menuitem', { name: 'Delete' }).waitFor();
  });
}

test('the whole row of a message answers to the pointer, its face and its margin as well', async () => {
  const ada = await Person.registers(server, 'ada.hovers');
  const room = await ada.creates('Hovering');
  await ada.says('One', room);
  await ada.says('Two', room);
  const visitor = await arrives('ada.hovers', room);
  await visitor.sees('Two');
  const rows = visitor.page.locator('app-message-view');
  const words = await boxOf(visitor.messages('Two'));
  for (const row of await rows.all()) {
    const { x, y, width, height } = await boxOf(row);
    expect(words.x - x).toBeGreaterThan(36);
    for (const at of [x + 4, x + 40, x + width - 4]) {
      await visitor.page.mouse.move(at, y + height / 2);
      expect(await row.evaluate((element) => element.matches(':hover'))).toBe(true);
    }
  }
});

test('"edited" stands on the line of the last word, and says when', async () => {
  const ada = await Person.registers(server, 'ada.edits');
  const room = await ada.creates('Editing');
  await ada.edits(await ada.says('A frist try', room), 'A first try\n\nin two paragraphs');
  const visitor = await arrives('ada.edits', room);
  const note = visitor.messages('in two paragraphs').getByText('edited');
  await note.waitFor();
  expect(await note.getAttribute('title')).toMatch(/^Edited today, \d\d:\d\d$/);
  const words = await boxOf(visitor.messages('in two').getByText('in two paragraphs'));
  const mark = await boxOf(note);
  expect(mark.y).toBeGreaterThanOrEqual(words.y);
  expect(mark.y + mark.height).toBeLessThanOrEqual(words.y + words.height + 1);
  expect(mark.x).toBeGreaterThan(words.x);
});

test('a room that is still on its way has its name and its composer; what is written there is sent', async () => {
  const ada = await Person.registers(server, 'ada.waits');
  const [first, second] = [await ada.creates('At hand'), await ada.creates('On its way')];
  await ada.says('Said before', second);
  const visitor = await arrives('ada.waits', first);
  await visitor.composer.waitFor();
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await visitor.page.route('**/graphql', async (route) => {
    if ((route.request().postData() ?? '').includes('OpenRoom')) await answered;
    await route.continue();
  });
  const before = await boxOf(visitor.composer);
  await visitor.page.getByRole('link', { name: 'On its way' }).click();
  await visitor.page.getByText('Loading the messages').waitFor({ state: 'attached' });
  await visitor.page.getByRole('heading', { name: 'On its way', level: 1 }).waitFor();
  expect(await boxOf(visitor.composer)).toEqual(before);
  await visitor.says('Written early');
  answer();
  await visitor.sees('Said before');
  await visitor.sees('Written early');
  await expect.poll(() => lastSaid(ada, second)).toBe('Written early');
});

test('on paper the conversation is there from its first line to its last, and nothing to press', async () => {
  const ada = await Person.registers(server, 'ada.prints');
  const room = await ada.creates('On paper');
  for (const line of ALL_LINES)
    await ada.says(`Line ${String(line)} of it. ${'It goes on for a while, as people do. '.repeat(4)}`, room);
  await ada.says('Where: https://hut.example/way and [the map](https://map.example/ridge)', room);
  const visitor = await arrives('ada.prints', room, { dark: true });
  await visitor.sees('Line 60 of');
  await visitor.scrollsUp();
  await visitor.messages('Line 1 of').waitFor({ state: 'attached' });
  const place = await visitor.timeline.evaluate((element) => element.scrollTop);
  // What is in the page when the browser begins to print is what it prints: from then on nothing of the page runs.
  await visitor.page.evaluate(() => {
    addEventListener('beforeprint', () => {
      document.documentElement.dataset.printed = document.body.innerText;
    });
  });
  const pdf = (await visitor.page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(4);
  const printed = await visitor.page.evaluate(() => document.documentElement.dataset.printed ?? '');
  expect(linesIn(printed)).toEqual(ALL_LINES);
  expect(await visitor.timeline.evaluate((element) => element.scrollTop)).toBe(place);

  await visitor.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await visitor.page.setViewportSize({ width: 680, height: 900 });
  // Nothing says that this begins: the timeline sees that it has room for all, and draws them in its next turn.
  await expect.poll(async () => linesIn(await visitor.page.locator('body').innerText())).toEqual(ALL_LINES);
  // The name of a day, or of somebody, is words that can be pressed: on paper it is words.
  const pressed = visitor.page.getByRole('button').and(visitor.page.locator(':not(h2 > button, .heading > .author)'));
  expect(await pressed.filter({ visible: true }).count()).toBe(0);
  expect(await visitor.page.getByRole('textbox').filter({ visible: true }).count()).toBe(0);
  const colours = await visitor.page.evaluate(() => {
    const { backgroundColor } = getComputedStyle(document.body);
    const { color } = getComputedStyle(document.querySelector('article') ?? document.body);
    return { backgroundColor, color };
  });
  expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(35, 30, 23)' });
  // An address that is read anyhow is not told once more.
  const told = await visitor.timeline
    .locator('.prose a')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content));
  expect(told).toEqual(['none', '" (https://map.example/ridge)"']);
  const edges = await visitor.timeline
    .locator('article, .notice')
    .evaluateAll((all) =>
      all.map((it) => Math.round(it.getBoundingClientRect().left + parseFloat(getComputedStyle(it).paddingLeft))),
    );
  expect(new Set(edges).size).toBe(1);
});

test('at 320 pixels what leads to new messages stands in a corner, and says how many', async () => {
  const [ada, ben] = [await Person.registers(server, 'ada.corner'), await Person.registers(server, 'ben.corner')];
  const room = await ada.creates('Corner');
  await ben.joins(room);
  await saysLines(ada, room, 40);
  const visitor = await arrives('ada.corner', room, { width: 320, height: 640 });
  await visitor.sees('Line 40 of');
  await visitor.scrollsUp();
  for (const words of ['One', 'Two']) await ben.says(words, room);
  const pill = visitor.page.getByRole('button', { name: '2 new messages' });
  await pill.waitFor();
  const { x, width } = await boxOf(pill);
  expect(width).toBeLessThan(100);
  expect(x).toBeGreaterThan(200);
  await pill.getByText('2', { exact: true }).waitFor();
  await pill.click();
  await visitor.sees('Two');
});

for (const [width, height] of [
  [640, 400],
  [1280, 300],
] as const) {
  test(`in a window of ${String(width)} × ${String(height)} one reads and writes`, async () => {
    const name = `ada.low.${String(width)}`;
    const ada = await Person.registers(server, name);
    const room = await ada.creates(`Low ${String(width)}`);
    await saysLines(ada, room, 40);
    const visitor = await arrives(name, room, { width, height });
    await visitor.sees('Line 40 of');
    const timeline = await boxOf(visitor.timeline);
    expect(timeline.height).toBeGreaterThanOrEqual(150);
    const { y, height: tall } = await boxOf(visitor.page.getByRole('button', { name: 'Send' }));
    expect(y + tall).toBeLessThanOrEqual(height);
    await visitor.says('From a low window');
    await visitor.sees('From a low window');
    await expect.poll(() => isAtEnd(visitor)).toBe(true);
  });
}

test('who is alone in a room is not told that one is here', async () => {
  const ada = await Person.registers(server, 'ada.alone');
  const room = await ada.creates('Alone');
  const ben = await Person.registers(server, 'ben.comes');
  await ben.joins(room);
  const visitor = await arrives('ada.alone', room);
  const other = await arrives('ben.comes', room);
  await visitor.page.getByText('2 here').waitFor();
  await other.page.goto('about:blank');
  await visitor.page.getByText(/\d here/).waitFor({ state: 'detached' });
});

test('the chosen theme can be told from the others, in the light and in the dark', async () => {
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.page.goto(server.url);
  const chosen = visitor.page.locator('app-theme-switch label.chosen');
  await chosen.waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await visitor.page.emulateMedia({ colorScheme });
    const [own, around] = await chosen.evaluate((element) => {
      const around = element.parentElement ?? element;
      return [element, around].map((each) => getComputedStyle(each).backgroundColor);
    });
    expect(contrast(own ?? '', around ?? '')).toBeGreaterThanOrEqual(3);
  }
});

type Page = Visitor['page'];

async function arrives(
  username: string,
  room: { id: string },
  options: Parameters<typeof Visitor.arrives>[2] = {},
): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, options);
  await visitor.hasSignedIn(username, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  return visitor;
}

async function saysLines(person: Person, room: RoomAnswer, lines: number): Promise<void> {
  for (let line = 1; line <= lines; line += 1) await person.says(`Line ${String(line)} of it`, room);
}

async function lastSaid(person: Person, { id }: RoomAnswer): Promise<string | undefined> {
  const query = 'query ($id: ID!) { room(id: $id) { messages(last: 1) { nodes { body } } } }';
  const { room } = await person.asks<{ room: { messages: { nodes: { body: string }[] } } }>(query, { id });
  return room.messages.nodes[0]?.body;
}

async function boxOf(
  place: ReturnType<Page['locator']>,
): Promise<{ x: number; y: number; width: number; height: number }> {
  for (;;) {
    await place.first().waitFor();
    // It may just be drawn anew.
    const box = await place.first().boundingBox();
    if (box) return box;
  }
}

async function topOf(place: ReturnType<Page['locator']>): Promise<number> {
  return (await boxOf(place)).y;
}

function isAtEnd({ timeline }: Visitor): Promise<boolean> {
  return timeline.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight < 4);
}

/** The numbers of the lines that a text holds, in its order. */
function linesIn(text: string): number[] {
  return [...text.matchAll(/Line (\d+) of it\./g)].map(([, number]) => Number(number));
}

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
}

function focusedLabel(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}

/** By WCAG, of two colours as the browser says them. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => Number(part) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
