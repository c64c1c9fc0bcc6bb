import type { Browser, Page } from 'playwright-core';
import type { Place } from './row.js';

export async function aPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  return context.newPage();
}

/** And goes into the first of the rooms. */
export async function signIn(page: Page, { url, username, password }: Place): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('app-room-link a').first().click();
  await page.getByRole('textbox', { name: /^Message to/ }).waitFor();
}
