import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { text as textOf } from 'node:stream/consumers';
import { plainError } from '../bootstrap/plain-error.mjs';
import { fromRoot } from '../bootstrap/root.mjs';
import { ending, startNode } from './tool.mjs';

const SCHEMA = fromRoot('schema.graphql');

/** Writes the schema that the built server has. */
export async function writeSchema() {
  writeFileSync(SCHEMA, await printSchema());
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
