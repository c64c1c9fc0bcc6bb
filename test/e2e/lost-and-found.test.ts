import { expect, test } from 'vitest';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

test('who loses the connection is told, keeps what they write, and misses nothing', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Balcony');
  await ben.entersAsGuest('Ben', 'Balcony');
  await ada.says('Before');
  await ben.sees('Before');

  await ben.context.setOffline(true);
  await ben.page.getByText('Connection lost.').waitFor();
  await ada.says('While you were away');
  await ada.says('And once more');
  await ben.says('Written in the dark');
  await ben.page.getByText('Waiting for the connection.').waitFor();

  await ben.context.setOffline(false);
  await ben.sees('And once more');
  await ada.sees('Written in the dark');
  await ben.isConnected();
  for (const text of ['Before', 'While you were away', 'And once more', 'Written in the dark']) {
    expect(await ben.messages(text).count()).toBe(1);
    expect(await ada.messages(text).count()).toBe(1);
  }
});

test('what was written before a reload is sent after it, once', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Cellar');
  await ben.entersAsGuest('Ben', 'Cellar');
  await ben.page.route('**/graphql', (route) => route.abort());
  await ben.says('Not lost');
  await ben.page.getByText('Waiting for the connection.').waitFor();
  await ben.page.unroute('**/graphql');
  await ben.page.reload();
  await ada.sees('Not lost');
  await ben.sees('Not lost');
  expect(await ada.messages('Not lost').count()).toBe(1);
  expect(await ben.messages('Not lost').count()).toBe(1);
});

test('what was half written is still there after a reload, and gone after signing out', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Study');
  await ada.composer.fill('Dear Ben, ');
  await ada.page.reload();
  await expect.poll(() => ada.composer.inputValue()).toBe('Dear Ben, ');
  await ada.page.goto(`${server.url}/logout`);
  await ada.page.getByRole('heading', { name: 'You’re signed out' }).waitFor();
  await ada.entersAsGuest('Ada', 'Study');
  expect(await ada.composer.inputValue()).toBe('');
});

test('what could not be sent is not left in the browser after signing out', async () => {
  const ben = await Visitor.arrives(browser, server.url);
  await ben.entersAsGuest('Ben', 'Attic');
  await ben.page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('sendMessage')) await route.abort();
    else await route.fallback();
  });
  await ben.says('For nobody else to read');
  await ben.page.getByText('Waiting for the connection.').waitFor();
  expect(await ben.unsent()).toMatchObject([{ body: 'For nobody else to read' }]);
  await ben.page.goto(`${server.url}/logout`);
  await ben.page.getByRole('heading', { name: 'You’re signed out' }).waitFor();
  expect(await ben.unsent()).toEqual([]);
});

test('a server that cannot be reached is said to be so, and the page opens when it is back', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.page.route('**/graphql', (route) => route.fulfill({ status: 502 }));
  await ada.page.goto(server.url);
  await ada.page.getByText('The server can’t be reached.').waitFor();
  await ada.page.unroute('**/graphql');
  await ada.page.getByLabel('Your nickname').waitFor();
});

test('a message that the server refused says so, and is sent again with one click when it may be', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Customs');
  await ben.entersAsGuest('Ben', 'Customs');
  await ben.page.route('**/graphql', async (route) => {
    const refused = { data: null, errors: [{ message: 'Not today.', extensions: { code: 'FORBIDDEN' } }] };
    const isSend = route.request().postData()?.includes('sendMessage') ?? false;
    await (isSend ? route.fulfill({ json: refused }) : route.continue());
  });
  await ben.says('Anything to declare');
  await ben.page.getByText('Not sent. Not today.').waitFor();
  await ben.page.unroute('**/graphql');
  await ben.page.getByRole('button', { name: 'Send again' }).click();
  await ada.sees('Anything to declare');
  await ben.page.getByText('Not sent.').waitFor({ state: 'detached' });
  expect(await ben.messages('Anything to declare').count()).toBe(1);
});

test('a restart of the server is a pause, not an end', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Foyer');
  await ben.entersAsGuest('Ben', 'Foyer');
  await ada.says('Before the break');
  await ben.sees('Before the break');
  await server.stop();
  await ada.page.getByText('Connection lost.').waitFor();
  await server.restart();
  await ada.isConnected();
  await ada.says('After the break');
  await ben.sees('After the break');
  expect(await ben.messages('Before the break').count()).toBe(1);
});
