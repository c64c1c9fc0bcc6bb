import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Visitor } from './visitor.js';

const FOLDER = join(import.meta.dirname, '../../../dist/client/browser');
const NAME = 'tertulia-snapshot';

/** All that a browser has kept of what was read, as text; null where there is no such database. */
export function keptWords({ page }: Visitor): Promise<string | null> {
  return page.evaluate(async (name) => {
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return null;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        resolve(opening.result);
      };
      opening.onerror = () => {
        reject(new Error('The browser gives no storage.'));
      };
    });
    const all = await Promise.all(
      [...database.objectStoreNames].map(
        (store) =>
          new Promise<unknown[]>((resolve) => {
            const asking = database.transaction(store).objectStore(store).getAll();
            asking.onsuccess = () => {
              resolve(asking.result as unknown[]);
            };
          }),
      ),
    );
    database.close();
    return JSON.stringify(all, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
  }, NAME);
}

/** Waits until the browser has kept some words. */
export async function hasKept(visitor: Visitor, words: string): Promise<void> {
  await expect.poll(() => keptWords(visitor)).toContain(words);
}

/** Waits until the browser has all of the app, and this page as one that the worker opened. */
export async function hasWholeApp({ page, composer }: Visitor): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js') && !/worker|push|pdf-document/.test(name));
  await expect
    .poll(async () => {
      const paths = new Set(await page.evaluate(pathsOfCaches));
      return scripts.filter((name) => !paths.has(`/${name}`));
    })
    .toEqual([]);
  await page.reload();
  await composer.waitFor();
}

async function pathsOfCaches(): Promise<string[]> {
  const paths: string[] = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
  return paths;
}
