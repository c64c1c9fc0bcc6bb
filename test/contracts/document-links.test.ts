import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

// Those of docs/api and docs/guides are followed where the server shows them (test/features/docs.test.ts).
const DOCUMENTS = globSync(['*.md', 'docs/*.md', 'docs/guides/*.md', 'docs/decisions/*.md', 'packages/*/README.md']);

it('there are documents to read', () => {
  expect(DOCUMENTS.length).toBeGreaterThan(90);
});

it.each(DOCUMENTS)('%s links to files and headings that are there', (document) => {
  const links = [...proseOf(document).matchAll(/\]\((?<to>[^)\s]+)\)/g)].flatMap(({ groups }) => groups?.to ?? []);
  const broken = links.filter((to) => !/^[a-z]+:/.test(to) && !isThere(to, document));
  expect(broken).toEqual([]);
});

function isThere(to: string, from: string): boolean {
  const [path = '', heading] = to.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  if (!existsSync(file)) return false;
  return heading === undefined || headingsOf(file).includes(heading);
}

function headingsOf(document: string): string[] {
  const headings = proseOf(document).matchAll(/^#+ (?<heading>.+)$/gm);
  return [...headings].map(({ groups }) => anchorOf(groups?.heading ?? ''));
}

/** As GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** Without code. */
function proseOf(document: string): string {
  return readFileSync(document, 'utf8')
    .replace(/^ *```.*?^ *```/gms, '')
    .replace(/`[^`\n]*`/g, (code) => code.replaceAll('](', ''));
}
