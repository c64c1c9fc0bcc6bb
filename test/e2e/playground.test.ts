import { expect, test } from 'vitest';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

test('the playground opens, asks for the schema, loads nothing from elsewhere and breaks no policy', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const asked = ada.page.waitForResponse((answer) => answer.request().postData()?.includes('__schema') ?? false);
  await ada.page.goto(`${server.url}/graphql`);
  expect((await asked).status()).toBe(200);
  await ada.page.getByRole('button', { name: /Docs/ }).first().waitFor();
});

test('scripts that a page did not come with do not run', async () => {
  const otto = await Visitor.arrives(browser, server.url);
  for (const path of ['/', '/graphql']) {
    await otto.page.goto(`${server.url}${path}`);
    const ran = await otto.page.evaluate(async () => {
      const violated = new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
          resolve(violatedDirective);
        });
      });
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
      return [document.title === 'taken over', await violated];
    });
    expect(ran).toEqual([false, 'script-src-elem']);
  }
  expect(otto.complaints.splice(0).every((complaint) => complaint.includes('Content Security Policy'))).toBe(true);
});
