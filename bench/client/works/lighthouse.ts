import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { launchBrowser } from '../../../test/support/browser/browser.js';
import { atLeast, type Row, type Section } from '../report/row.js';
import type { CrowdedServer } from '../server/crowded-server.js';

const category = z.object({ title: z.string(), score: z.number().nullable() });
const result = z.object({ lhr: z.object({ categories: z.record(z.string(), category) }) });
const lighthouse = z.object({
  default: z.function({ input: [z.string(), z.unknown(), z.unknown()], output: z.unknown() }),
});

/** Its own settings for a desktop (lighthouse/core/config/desktop-config.js). */
const DESKTOP = {
  extends: 'lighthouse:default',
  settings: {
    formFactor: 'desktop',
    throttling: { rttMs: 40, throughputKbps: 10_240, cpuSlowdownMultiplier: 1 },
    screenEmulation: { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false },
  },
};
const FORMS = { desktop: DESKTOP, phone: undefined };
const PAGES = { 'the front page': '/', 'the sign-in page': '/login' };

export async function measuredLighthouse(_browser: Browser, server: CrowdedServer): Promise<Section | null> {
  const measure = await installedLighthouse();
  if (!measure) {
    console.log('Lighthouse is not installed: its rows are left out. `npm install --no-save lighthouse` brings it.');
    return null;
  }
  const port = await freePort();
  // It speaks to a browser by its port, and leaves nothing of what the others measure alone.
  const browser = await launchBrowser([`--remote-debugging-port=${String(port)}`]);
  const rows: Row[] = [];
  for (const [page, path] of Object.entries(PAGES))
    for (const [form, config] of Object.entries(FORMS)) {
      const { categories } = result.parse(await measure(server.url + path, { port, logLevel: 'error' }, config)).lhr;
      for (const { title, score } of Object.values(categories))
        rows.push({
          name: `${page} on a ${form}: ${title}`,
          figure: 100 * (score ?? 0),
          unit: '',
          wanted: atLeast(95),
        });
    }
  await browser.close();
  return {
    title: 'Lighthouse',
    ifSlow:
      'What Google’s own measure says, of 100, with its settings for either form. It is the same as the rows above in the end, and includes what those do not look at.',
    rows,
  };
}

type Measure = (url: string, flags: object, config: object | undefined) => Promise<unknown>;

/** No dependency of this project: it brings a hundred packages. Whoever has installed it gets these rows. */
async function installedLighthouse(): Promise<Measure | null> {
  let place: string;
  try {
    place = createRequire(import.meta.url).resolve('lighthouse/core/index.js');
  } catch {
    return null;
  }
  const { default: measure } = lighthouse.parse(await import(pathToFileURL(place).href));
  return (url, flags, config) => Promise.resolve(measure(url, flags, config));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
