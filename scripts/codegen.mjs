// Writes the client's GraphQL types from schema.graphql and the client's documents: client/src/app/core/graphql/generated.ts.
// With --check it writes nothing and exits 1 when that file is stale.
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, isAbstractType, parse } from 'graphql';
import prettier from 'prettier';

const root = path.resolve(import.meta.dirname, '..');
const output = path.join(root, 'client/src/app/core/graphql/generated.ts');

const generated = await generate();
if (process.argv.includes('--check')) await check(generated);
else await write(generated);

async function generate() {
  const schema = await readSchema();
  const text = await codegen({
    filename: output,
    schema: parse(schema.text),
    schemaAst: schema.built,
    documents: await readDocuments(),
    config: {
      enumType: 'string-literal',
      immutableTypes: true,
      useTypeImports: true,
      skipTypename: true,
      dedupeFragments: true,
      strictScalars: true,
      scalars: { ID: 'string', DateTime: 'string', Cursor: 'string', Upload: 'File' },
      documentMode: 'graphQLTag',
      gqlImport: '@apollo/client/core#gql',
    },
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }, { possibleTypes: {} }],
    pluginMap: { typescriptOperations, typedDocumentNode, possibleTypes: { plugin: possibleTypes } },
  });
  const options = await prettier.resolveConfig(output);
  return prettier.format(text, { ...options, parser: 'typescript' });
}

async function readSchema() {
  const text = await readFile(path.join(root, 'schema.graphql'), 'utf8');
  return { text, built: buildSchema(text) };
}

async function readDocuments() {
  const files = globSync('client/src/**/*.graphql', { cwd: root }).sort();
  return Promise.all(
    files.map(async (file) => {
      const rawSDL = await readFile(path.join(root, file), 'utf8');
      return { location: file, rawSDL, document: parse(rawSDL) };
    }),
  );
}

/** Apollo's cache needs to be told which types stand behind an interface or a union. */
function possibleTypes(schema) {
  const abstract = Object.values(schema.getTypeMap()).filter(
    (type) => isAbstractType(type) && !type.name.startsWith('__'),
  );
  const entries = abstract.map((type) => [type.name, schema.getPossibleTypes(type).map((each) => each.name)]);
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(entries))};\n`;
}

async function check(text) {
  if ((await readIfThere(output)) === text) return;
  console.error(`${path.relative(root, output)} is stale: run "npm run generate" and commit the difference.`);
  process.exitCode = 1;
}

async function write(text) {
  if ((await readIfThere(output)) === text) return;
  await mkdir(path.dirname(output), { recursive: true });
  await writeFile(output, text);
}

async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
