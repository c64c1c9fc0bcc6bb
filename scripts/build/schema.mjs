import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { text as textOf } from 'node:stream/consumers';
import { plainError } from '../bootstrap/plain-error.mjs';
import { fromRoot } from '../bootstrap/root.mjs';
import { ending, startNode } from './tool.mjs';

const SCHEMA = fromRoot('schema.graphql');
const RELEASED_SCHEMA = fromRoot('test', 'contracts', 'released.graphql');

/** Writes the schema that the built server has. */
export async function writeSchema() {
  writeFileSync(SCHEMA, await printSchema());
}

/** Makes today's schema the one that nothing may be taken from; for each release. Without its descriptions, since words may change. */
export async function writeReleasedSchema() {
  const { parse, print, visit } = await import('graphql');
  const bare = visit(parse(readFileSync(SCHEMA, 'utf8')), { enter: (node) => ({ ...node, description: undefined }) });
  writeFileSync(RELEASED_SCHEMA, `${print(bare)}\n`);
}

export async function checkSchema() {
  if (existsSync(SCHEMA) && readFileSync(SCHEMA, 'utf8') === (await printSchema())) return;
  throw plainError('schema.graphql is not what the code says: run `npm run generate` and commit the difference.');
}

async function printSchema() {
  const printer = startNode(['dist/server/print-schema.js'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [schema, status] = await Promise.all([textOf(printer.stdout), ending(printer)]);
  if (status !== 0) throw plainError('The server could not print its schema.');
  return schema;
}
