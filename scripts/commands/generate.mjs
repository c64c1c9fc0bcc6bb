import { mkdirSync } from 'node:fs';
import { fromRoot } from '../bootstrap/root.mjs';
import { writeEnvExample } from '../build/env-example.mjs';
import { writeSchema } from '../build/schema.mjs';
import { buildServer } from '../build/server.mjs';
import { runNode } from '../build/tool.mjs';

/** What is generated and committed: the schema and .env.example from the server, then the client's types from the schema. */
export async function run() {
  mkdirSync(fromRoot('dist'), { recursive: true });
  await buildServer();
  await writeSchema();
  await writeEnvExample();
  await runNode(['scripts/codegen.mjs']);
}
