import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Visitor } from './visitor.js';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All that axe knows, but for what asks more than WCAG 2.2 AA. */
const OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'],
  },
  // Guesses by looks, and takes a motto for a heading.
  rules: { 'p-as-heading': { enabled: false } },
  resultTypes: ['violations'],
};

/** What axe finds wrong with the page as it stands, in the light and in the dark: the rule, and where. */
export async function faultsOf({ page }: Visitor): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await colourIsSettled(page);
    // By the debugger, which no content policy stops.
    await page.evaluate(source);
    const { violations } = await page.evaluate(
      (options) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
      OPTIONS,
    );
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        faults.push(`${id} (${colorScheme}): ${target.join(' ')}\n${failureSummary ?? ''}`);
  }
  return faults;
}

/** What is still on its way from one colour to the other has a contrast that nobody is to read by. */
async function colourIsSettled(page: Visitor['page']): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}
