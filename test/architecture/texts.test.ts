import { ESLint } from 'eslint';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: ROOT });

test('a label that Angular would lose, since a value stands in it, is found', async () => {
  const marked = 'i18n-aria-label';
  expect(await restricted('card.html', `<button aria-label="Remove {{ name }}" ${marked}></button>`)).toEqual([
    expect.stringContaining('is lost'),
  ]);
  expect(await restricted('card.html', `<button aria-label="Remove" ${marked}></button>`)).toEqual([]);
  expect(await restricted('card.html', '<app-card heading="Of {{ name }}" i18n-heading />')).toEqual([]);
});

test.each(["new Intl.NumberFormat('de').format(1);", "'b'.localeCompare('a');", 'new Date(0).toLocaleDateString();'])(
  'what is written in the language of the browser, and not in that of the page, is found: %s',
  async (code) => {
    expect(await restricted('app.ts', code)).toEqual([expect.stringContaining('shared/language')]);
    expect(await restricted('shared/time/timer.ts', code)).toEqual([expect.stringContaining('shared/language')]);
  },
);

test('nor may a template write it so', async () => {
  expect(await restricted('card.html', '{{ count.toLocaleString() }}')).toEqual([
    expect.stringContaining('shared/language'),
  ]);
});

/** What is found as restricted in a text, if it stood in a file of the client. */
async function restricted(file: string, text: string): Promise<readonly string[]> {
  const [found] = await eslint.lintText(text, { filePath: join(ROOT, 'client/src/app', file) });
  return (found?.messages ?? [])
    .filter(({ ruleId }) => ruleId?.startsWith('no-restricted-') ?? false)
    .map(({ message }) => message);
}
