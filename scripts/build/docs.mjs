import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fromRoot } from '../bootstrap/root.mjs';
import { onlyIfChanged } from './fingerprint.mjs';
import { readPage } from '../docs/page.mjs';
import { inLayout } from '../docs/layout.mjs';

const BUILT = 'dist/docs';

/** What a server shows at /docs. The first is its front page, whose list of guides is the navigation of all. */
const FRONT = 'api.md';
const FOLDERS = ['guides', 'api'];

const NOT_FOUND = '# There is no such page\n\nThe list beside this has all that there are.';

const inputs = [
  'schema.graphql',
  'docs/api.md',
  'docs/guides',
  'docs/api',
  'scripts/docs',
  'scripts/build/docs.mjs',
  'client/src/styles/fonts',
];

/** Turns the pages for integrators into HTML: at build time, so that a server needs no renderer, and a reader no script. */
export function buildDocs() {
  return onlyIfChanged({ stamp: 'dist/.docs-inputs', inputs, output: `${BUILT}/index.html` }, async () => {
    console.log('Building the documents.');
    await rm(fromRoot(BUILT), { recursive: true, force: true });
    const pages = await Promise.all((await sources()).map(async (path) => readPage(path, await sourceOf(path))));
    const guides = pages.find(({ path }) => path === FRONT)?.links ?? [];
    for (const page of pages) await write(page.address, inLayout(page, { guides, pages }));
    await write('not-found', inLayout(readPage('not-found.md', NOT_FOUND), { guides, pages }));
    await cp(fromRoot('scripts/docs/style.css'), fromRoot(BUILT, 'style.css'));
    await cp(fromRoot('schema.graphql'), fromRoot(BUILT, 'schema.graphql'));
    await cp(fromRoot('client/src/styles/fonts'), fromRoot(BUILT, 'fonts'), { recursive: true });
  });
}

async function sources() {
  const inFolders = await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(fromRoot('docs', folder))).map((name) => `${folder}/${name}`)),
  );
  return [FRONT, ...inFolders.flat().filter((path) => path.endsWith('.md'))];
}

function sourceOf(path) {
  return readFile(fromRoot('docs', path), 'utf8');
}

async function write(address, html) {
  const file = fromRoot(BUILT, `${address === '' ? 'index' : address}.html`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, html);
}
