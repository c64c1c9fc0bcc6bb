import { mkdirSync } from 'node:fs';
import { fromRoot } from '../bootstrap/root.mjs';
import { writeEnvExample } from '../build/env-example.mjs';
import { writeReleasedSchema, writeSchema } from '../build/schema.mjs';
import { writeReference } from '../docs/reference.mjs';
import { buildServer } from '../build/server.mjs';
import { runNode } from '../build/tool.mjs';

/**
 * What is generated and committed: the schema and .env.example from the server, then the reference and the client's types from the schema. With --release also the schema that later ones
 * are compared with.
 */
export async function run(args = []) {
  mkdirSync(fromRoot('dist'), { recursive: true });
  await buildServer();
  await writeSchema();
  if (args.includes('--release')) await writeReleasedSchema();
  await writeReference();
  await writeEnvExample();
  await runNode(['scripts/codegen.mjs']);
}
