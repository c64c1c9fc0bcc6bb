import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

test('what looks like a definition, a face, an entity or a path is seen as it was typed', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Typed');
  await ben.entersAsGuest('Ben', 'Typed');
  for (const text of ['[WIP]: done', '&#8203;', '\\\\server\\share\\_docs', '>_<', '2001:db8:100::1', '#']) {
    await ada.says(text);
    await expect.poll(() => ben.timeline.locator('.prose').last().textContent()).toBe(text);
  }
});

test('a table has the alignment that was asked for, numbers of lists are those that were typed, and tasks have no bullet', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Aligned');
  await ada.says('| tea | price |\n| :-: | -: |\n| green | 3 |');
  await ada.sees('green');
  expect(await styleOf(ada.timeline.getByRole('cell', { name: 'green' }), 'text-align')).toBe('center');
  expect(await styleOf(ada.timeline.getByRole('cell', { name: '3' }), 'text-align')).toBe('right');
  await ada.says('4. four\n3. three\n- [x] done');
  await ada.sees('done');
  const items = ada.messages('done').getByRole('listitem');
  expect(await items.evaluateAll((all) => all.map((item) => (item as HTMLLIElement).value))).toEqual([4, 3, 0]);
  expect(await styleOf(items.last(), 'list-style-type')).toBe('none');
  expect(await items.last().getByRole('img', { name: 'Done' }).count()).toBe(1);
});

test('each line has the direction of its own letters, and stands at their side', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Directions');
  await ada.says('Hello Ben\nשלום עולם!\nand hello');
  await ada.sees('Hello Ben');
  const line = ada.messages('Hello Ben').locator('p');
  const bang = await placeOf(line, '!');
  const first = await placeOf(line, 'ש');
  const latin = await placeOf(line, 'H');
  const last = await placeOf(line, 'd');
  expect(bang.right).toBeLessThanOrEqual(first.left);
  const box = await line.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  expect(Math.abs(box.right - first.right)).toBeLessThan(3);
  expect(Math.abs(latin.left - box.left)).toBeLessThan(3);
  expect(last.top).toBeGreaterThan(first.top);
  await ada.says('- שלום!\n- hello!\n\n`a!` שלום');
  await ada.sees('hello!');
  const list = ada.messages('hello!').locator('ul');
  expect(await styleOf(list, 'direction')).toBe('rtl');
  expect((await placeOf(list, '!')).right).toBeLessThanOrEqual((await placeOf(list, 'ש')).left);
  expect(await styleOf(ada.messages('hello!').locator('code'), 'direction')).toBe('ltr');
});

test('marks that are piled up on a letter do not reach the message above', async () => {
  const above: Locator[] = [];
  for (const marks of ['', '\u0301'.repeat(200)]) {
    const ada = await Visitor.arrives(browser, server.url);
    await ada.entersAsGuest('Ada', `Piled ${String(marks.length)}`);
    for (const text of ['nothing here', `z${marks} tea`]) {
      await ada.says(text);
      await ada.sees(text.slice(-4));
    }
    await ada.timeline.locator('.pending').waitFor({ state: 'detached' });
    // On the composer the mouse hovers over no message.
    await ada.composer.hover();
    above.push(ada.messages('nothing here').locator('p'));
  }
  // Until the pages have come to rest, their letters among it.
  await expect
    .poll(async () => {
      const drawn: Buffer[] = [];
      for (const paragraph of above) {
        await paragraph.page().bringToFront();
        drawn.push(await paragraph.screenshot());
      }
      return drawn[0]?.equals(drawn[1] ?? Buffer.alloc(0));
    })
    .toBe(true);
});

test('emoji alone are large, and among words they are not', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Emoji');
  await ada.says('🎉 👩🏽‍💻');
  await ada.sees('🎉');
  const large = Number.parseFloat(await styleOf(ada.messages('🎉').locator('.prose p'), 'font-size'));
  await ada.says('done ☕');
  await ada.sees('done ☕');
  expect(large).toBeGreaterThan(
    2 * Number.parseFloat(await styleOf(ada.messages('done').locator('.prose p'), 'font-size')),
  );
});

test('a tall message is folded, opens and closes by the keyboard, and the reader stays with it', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Tall');
  for (let n = 0; n < 8; n += 1) await ada.says(`before ${String(n)}`);
  await ada.says(`first line\n${'tea\n'.repeat(60)}[the end](https://example.org)`);
  const message = ada.messages('first line');
  const more = message.getByRole('button', { name: 'Show more' });
  await more.waitFor();
  await message.getByText('Sending …').waitFor({ state: 'detached' });
  expect(await more.getAttribute('aria-expanded')).toBe('false');
  const folded = await heightOf(message);
  await more.scrollIntoViewIfNeeded();
  const top = await topOf(message);
  await more.press('Enter');
  const less = message.getByRole('button', { name: 'Show less' });
  await less.waitFor();
  expect(await less.getAttribute('aria-expanded')).toBe('true');
  // Its parts are laid out as they come near.
  await expect.poll(() => heightOf(message)).toBeGreaterThan(2 * folded);
  // It grew downwards: the reader was at the end, and is not taken to the new one.
  await expect.poll(async () => Math.abs((await topOf(message)) - top)).toBeLessThan(3);
  await less.press('Enter');
  await more.waitFor();
  await expect.poll(() => heightOf(message)).toBe(folded);
  expect(await isInView(message.getByText('first line'))).toBe(true);
});

test('what is hidden in a folded message opens when the focus or a search of the page comes to it', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Search');
  await ada.says(`first\n${'tea\n'.repeat(60)}[a needle](https://example.org)`);
  await ada.messages('first').getByRole('button', { name: 'Show more' }).waitFor();
  await ada.messages('first').getByRole('link').focus();
  await ada.messages('first').getByRole('button', { name: 'Show less' }).waitFor();
  await expect.poll(() => isInView(ada.messages('first').getByRole('link'))).toBe(true);
  await ada.messages('first').getByRole('button', { name: 'Show less' }).click();
  await ada.messages('first').getByRole('button', { name: 'Show more' }).waitFor();
  // As the browser does with what somebody searches the page for.
  await ada
    .messages('first')
    .getByRole('link')
    .evaluate((element) => {
      element.scrollIntoView();
    });
  await ada.messages('first').getByRole('button', { name: 'Show less' }).waitFor();
  await expect.poll(() => isInView(ada.messages('first').getByRole('link'))).toBe(true);
});

test('no message makes more of the page than its share', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  for (const [index, body] of FLOODS.entries()) await ada.says(`${body}\nflood ${String(index)}.`, room);
  const ben = await Visitor.arrives(browser, server.url);
  await ben.entersAsGuest('Ben', room.name);
  await ben.timeline.waitFor();
  for (const index of [...FLOODS.keys()].reverse()) {
    const flood = ben.messages(`flood ${String(index)}.`).locator('.prose');
    await expect
      .poll(async () => {
        if ((await flood.count()) === 0)
          await ben.timeline.evaluate((element) => {
            element.scrollBy(0, -300);
          });
        return flood.count();
      })
      .toBe(1);
    expect(await flood.evaluate((element) => element.querySelectorAll('*').length)).toBeLessThan(700);
    expect(await heightOf(flood)).toBeLessThan(600);
    expect(await flood.textContent()).toContain(`flood ${String(index)}`);
  }
});

test('a message that nobody would see is not sent, and does not replace another', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Nothing');
  await ada.says('\u200B\u3164');
  expect(await ada.page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
  await ada.says('something');
  await ada.sees('something');
  expect(await ada.timeline.getByRole('article').count()).toBe(1);
  await ada.composer.press('ArrowUp');
  const editor = ada.page.getByRole('textbox', { name: 'Edit your message' });
  await editor.fill('\u200B\u3164');
  await editor.press('Enter');
  await ada.page.getByRole('alert').getByText('Write something, or delete the message instead.').waitFor();
});

const FLOODS = [
  '=\n'.repeat(3900),
  '>'.repeat(7900),
  '> '.repeat(3900),
  '['.repeat(7900),
  '*a '.repeat(2600),
  '**a*'.repeat(1900),
  Array.from({ length: 120 }, (_, depth) => `${' '.repeat(depth % 60)}- a`).join('\n'),
  `${'|'.repeat(900)}\n${'|-'.repeat(900)}|\n${'|\n'.repeat(2500)}`,
  '[a](http://b.c)'.repeat(520),
  'https://a.b '.repeat(650),
  'a_'.repeat(3900),
  '*a_ '.repeat(1950),
  `\`\`\`\n${'=\n'.repeat(3900)}\`\`\``,
  'x'.repeat(7900),
];

function styleOf(place: Locator, property: string): Promise<string> {
  return place.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

/** Where the first such character is drawn. */
function placeOf(place: Locator, character: string): Promise<DOMRect> {
  return place.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const index = node.textContent?.indexOf(wanted) ?? -1;
      if (index < 0) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      return range.getBoundingClientRect().toJSON() as DOMRect;
    }
    throw new Error(`There is no ${wanted}.`);
  }, character);
}

function heightOf(place: Locator): Promise<number> {
  return place.evaluate((element) => element.getBoundingClientRect().height);
}

function topOf(place: Locator): Promise<number> {
  return place.evaluate((element) => element.getBoundingClientRect().top);
}

/** Whether it is drawn within the scrolling list. */
function isInView(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const list = document.getElementById('messages')?.getBoundingClientRect();
    return list !== undefined && box.top < list.bottom && box.bottom > list.top;
  });
}
