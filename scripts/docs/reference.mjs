import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { plainError } from '../bootstrap/plain-error.mjs';
import { fromRoot } from '../bootstrap/root.mjs';
import { groupsOf } from './groups.mjs';
import { indexPage, referencePage } from './reference-page.mjs';

const FOLDER = fromRoot('docs', 'api');

/** Writes docs/api: a page for each part of the API, from what the schema says of itself. */
export async function writeReference() {
  mkdirSync(FOLDER, { recursive: true });
  const pages = referencePages();
  for (const name of readdirSync(FOLDER)) if (!pages.has(name)) rmSync(`${FOLDER}/${name}`);
  for (const [name, text] of pages) writeFileSync(`${FOLDER}/${name}`, text);
}

export function checkReference() {
  const pages = referencePages();
  const isSame = ([name, text]) =>
    existsSync(`${FOLDER}/${name}`) && readFileSync(`${FOLDER}/${name}`, 'utf8') === text;
  if (readdirSync(FOLDER).length === pages.size && [...pages].every(isSame)) return;
  throw plainError('docs/api is not what the schema says: run `npm run generate` and commit the difference.');
}

function referencePages() {
  const schema = buildSchema(readFileSync(fromRoot('schema.graphql'), 'utf8'));
  const groups = groupsOf(schema);
  const pages = groups.map((group) => [`${group.name}.md`, referencePage(group, { schema, groups })]);
  return new Map([['index.md', indexPage(groups)], ...pages]);
}
