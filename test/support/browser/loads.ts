import type { Page } from 'playwright-core';

export interface Loaded {
  readonly path: string;
  readonly kind: 'script' | 'style' | 'font' | 'other';
  /** Of its body, compressed as it came over the line. */
  readonly bytes: number;
}

/** Opens a page as somebody who has never been there, and says all that it loads until it is quiet. */
export async function coldLoad(page: Page, url: string): Promise<readonly Loaded[]> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.clearBrowserCache');
  await tools.detach();
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  const entries = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => {
      const { name, encodedBodySize, transferSize } = entry as PerformanceResourceTiming;
      return { name, encodedBodySize, transferSize };
    }),
  );
  return entries
    .filter(({ name }) => name.startsWith('http'))
    .map(({ name, encodedBodySize }) => {
      const path = new URL(name).pathname;
      return { path, kind: kindOf(path), bytes: encodedBodySize };
    });
}

/** In thousands of bytes. */
export function kilobytesOf(load: readonly Loaded[], kinds?: readonly Loaded['kind'][]): number {
  const counted = kinds ? load.filter(({ kind }) => kinds.includes(kind)) : load;
  return counted.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}

/** What is in it, the largest first: where a bound is broken, one wants to know by what. */
export function listOf(load: readonly Loaded[]): string {
  const sorted = load.toSorted((a, b) => b.bytes - a.bytes);
  return sorted.map(({ path, bytes }) => `${String(bytes).padStart(8)} ${path}`).join('\n');
}

function kindOf(path: string): Loaded['kind'] {
  if (path.endsWith('.js')) return 'script';
  if (path.endsWith('.css')) return 'style';
  return path.endsWith('.woff2') ? 'font' : 'other';
}
