import { expect, test } from 'vitest';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

const LIMIT = { message: 'Too many requests in a short time.', extensions: { code: 'RATE_LIMITED', retryAfter: 1 } };
const FULL = { message: 'Nothing can be read just now.', extensions: { code: 'SERVICE_UNAVAILABLE' } };

test('a room that was refused for now opens by itself', async () => {
  const ada = await Person.registers(server, 'ada.room');
  const first = await ada.creates('First');
  const second = await ada.creates('Second');
  await ada.says('Come in', second);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn('ada.room', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${first.id}`);
  await visitor.composer.waitFor();

  const limited = await refuses(visitor, 'OpenRoom', LIMIT);
  await visitor.page.getByRole('link', { name: 'Second' }).click();
  await visitor.sees('Come in');
  expect(limited.refusals).toBe(1);

  const unavailable = await refuses(visitor, 'OpenRoom', FULL, 2);
  await visitor.page.reload();
  await visitor.sees('Come in');
  await visitor.page.getByRole('link', { name: 'First' }).click();
  await visitor.page.getByText('Nothing can be read just now.').waitFor();
  await visitor.composer.waitFor();
  expect(unavailable.refusals).toBe(2);
});

test('a room whose answer does not come holds up no other room', async () => {
  const ada = await Person.registers(server, 'ada.goes.on');
  const first = await ada.creates('Start');
  const slow = await ada.creates('Slow');
  const quick = await ada.creates('Quick');
  await ada.says('Here at last', slow);
  await ada.says('Here at once', quick);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn('ada.goes.on', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${first.id}`);
  await visitor.composer.waitFor();
  const arrives = Promise.withResolvers<undefined>();
  await visitor.page.route('**/graphql', async (route) => {
    const { variables } = route.request().postDataJSON() as { variables?: { roomId?: string } };
    if (variables?.roomId === slow.id) await arrives.promise;
    await route.fallback();
  });
  await visitor.page.getByRole('link', { name: 'Slow' }).click();
  await visitor.page.getByRole('link', { name: 'Quick' }).click();
  await visitor.sees('Here at once');
  arrives.resolve(undefined);
  await visitor.page.getByRole('link', { name: 'Slow' }).click();
  await visitor.sees('Here at last');
});

test('a first screen that did not arrive says so, on a phone too, and comes by itself', async () => {
  const ada = await Person.registers(server, 'ada.first');
  await ada.creates('Not forgotten');
  const visitor = await Visitor.arrives(browser, server.url, { width: 390 });
  await visitor.signsIn('ada.first', PASSWORD);
  await visitor.page.getByRole('link', { name: 'Not forgotten' }).waitFor();
  const unavailable = await refuses(visitor, 'OpenChat', FULL, 2);
  await visitor.page.reload();
  await visitor.page.getByText('Your rooms couldn’t be loaded. Nothing can be read just now.').waitFor();
  expect(await visitor.page.getByText(/No rooms yet|not in any room/).count()).toBe(0);
  await visitor.page.getByRole('link', { name: 'Not forgotten' }).waitFor();
  expect(unavailable.refusals).toBe(2);
});

test('the rest of a long list of rooms comes after a refusal', async () => {
  const ada = await Person.registers(server, 'ada.many');
  for (let at = 1; at <= 102; at += 1) await ada.creates(`Room number ${String(at)}`);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ada.many', PASSWORD);
  const first = visitor.page.getByRole('link', { name: 'Room number 1', exact: true });
  await first.waitFor({ state: 'attached' });
  const unavailable = await refuses(visitor, 'OwnRooms', FULL);
  await visitor.page.reload();
  await first.waitFor({ state: 'attached' });
  expect(unavailable.refusals).toBe(1);
});

test('a message that was refused for now is not sent again before its time, whatever else is written, and then all goes out in order', async () => {
  const ada = await Person.registers(server, 'ada.waits');
  const room = await ada.creates('Waiting room');
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn('ada.waits', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  await refuses(visitor, 'SendMessage', { ...LIMIT, extensions: { ...LIMIT.extensions, retryAfter: 2 } });
  const tries: number[] = [];
  visitor.page.on('request', (request) => {
    if (request.postData()?.includes('"SendMessage"')) tries.push(performance.now());
  });
  await visitor.says('First');
  await visitor.page.getByText('The server is busy. Sends automatically.').waitFor();
  await visitor.says('Second');
  const bodies = async () => {
    const query = 'query ($id: ID!) { room(id: $id) { messages(last: 5) { nodes { body } } } }';
    const told = await ada.asks<{ room: { messages: { nodes: { body: string }[] } } }>(query, { id: room.id });
    return told.room.messages.nodes.map(({ body }) => body);
  };
  await expect.poll(bodies, { timeout: 20_000 }).toEqual(['First', 'Second']);
  const [refused = 0, again = 0] = tries;
  expect(again - refused).toBeGreaterThan(1900);
});

test('older messages come after a refusal, to whoever cannot scroll any further up', async () => {
  const ada = await Person.registers(server, 'ada.history');
  const room = await ada.creates('Chronicle');
  for (let line = 1; line <= 90; line += 1) await ada.says(`Line ${String(line)} of it`, room);
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn('ada.history', PASSWORD);
  const unavailable = await refuses(visitor, 'OlderMessages', FULL);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.sees('Line 90 of');
  await toTop(visitor);
  // The last one of the page that was refused: the others are drawn once one scrolls on.
  await visitor.messages('Line 40 of').first().waitFor({ state: 'attached' });
  expect(unavailable.refusals).toBe(1);
});

test('who cannot be looked up now is not said to be nobody, and is looked up again', async () => {
  await Person.registers(server, 'ben.wanted');
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Lobby');
  await ada.page.getByRole('button', { name: 'Members', exact: true }).click();
  await ada.page.getByRole('button', { name: 'Add someone' }).click();
  await refuses(ada, 'FindPeople', FULL);
  const search = ada.page.getByRole('searchbox', { name: 'Add someone' });
  await search.fill('ben.wanted');
  await ada.page.getByText('Search isn’t working right now. Please try again in a moment.').waitFor();
  expect(await ada.page.getByText('No one found').count()).toBe(0);
  await ada.page.getByRole('button', { name: 'Add ben.wanted' }).waitFor();
});

async function toTop({ timeline }: Visitor): Promise<void> {
  await timeline.evaluate((element) => {
    element.scrollTop = 0;
  });
}

/** The server's refusal of the next few requests of a name; the others get through. */
async function refuses(
  { page }: Visitor,
  operation: string,
  error: typeof LIMIT | typeof FULL,
  times = 1,
): Promise<{ readonly refusals: number }> {
  const counted = { refusals: 0 };
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName?: string };
    if (operationName !== operation || counted.refusals === times) {
      await route.fallback();
      return;
    }
    counted.refusals += 1;
    await route.fulfill({
      status: 429,
      contentType: 'application/graphql-response+json',
      body: JSON.stringify({ errors: [error] }),
    });
  });
  return counted;
}
