import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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
  const [text, status] = await Promise.all([printer.stdout.setEncoding('utf8').toArray(), ending(printer)]);
  if (status !== 0) throw plainError('The server could not print its schema.');
  return text.join('');
}
