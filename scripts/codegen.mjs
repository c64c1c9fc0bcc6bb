// Writes what the client knows of the API into client/src/app/core/graphql/generated/: types.ts from schema.graphql, and beside it a file for each of
// the client's documents, so that a page loads the operations that it needs and no others.
// With --check it writes nothing and exits 1 when a file is stale.
import { globSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildASTSchema, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import prettier from 'prettier';

const HEAD = '// Written by scripts/codegen.mjs.';

const root = path.resolve(import.meta.dirname, '..');
const output = path.join(root, 'client/src/app/core/graphql/generated');

const generated = await generate();
if (process.argv.includes('--check')) await check(generated);
else await write(generated);

/** The text of each file, by its name. */
async function generate() {
  const documents = await readDocuments();
  const files = new Map(documents.map((document) => [moduleOf(document), textOf(document, documents)]));
  const names = [...files.keys()];
  files.set('types', await types(documents));
  files.set('index', ['types', ...names].map((name) => `export * from './${name}';`).join('\n'));
  const options = await prettier.resolveConfig(path.join(output, 'index.ts'));
  const formatted = [...files].map(async ([name, text]) => [
    `${name}.ts`,
    await prettier.format(`${HEAD}\n\n${text}`, { ...options, parser: 'typescript' }),
  ]);
  return new Map(await Promise.all(formatted));
}

async function types(documents) {
  const schema = withPayloads(parse(await readFile(path.join(root, 'schema.graphql'), 'utf8')));
  return codegen({
    filename: path.join(output, 'types.ts'),
    schema,
    schemaAst: buildASTSchema(schema),
    documents: documents.map(({ file, document }) => ({ location: file, document })),
    config: {
      enumType: 'string-literal',
      immutableTypes: true,
      useTypeImports: true,
      skipTypename: true,
      strictScalars: true,
      scalars: { ID: 'string', DateTime: 'string', Cursor: 'string', Upload: 'File' },
    },
    plugins: [{ typescriptOperations: {} }],
    pluginMap: { typescriptOperations },
  });
}

/**
 * A mutation's payload is null only beside its error, and then the client's `GraphQL` makes the whole answer a refusal: whoever is given an answer is given
 * its payload.
 */
function withPayloads(schema) {
  return visit(schema, {
    ObjectTypeDefinition: (node) =>
      node.name.value === 'Mutation' ? { ...node, fields: node.fields.map(neverNull) } : false,
  });
}

function neverNull(field) {
  return field.type.kind === Kind.NON_NULL_TYPE
    ? field
    : { ...field, type: { kind: Kind.NON_NULL_TYPE, type: field.type } };
}

/** The operations and fragments of one document, as text: whatever is sent over the line is written here, and parsed by the server alone. */
function textOf({ document }, documents) {
  const own = document.definitions;
  const homes = homesOf(documents);
  const [operations, fragments] = [Kind.OPERATION_DEFINITION, Kind.FRAGMENT_DEFINITION].map((wanted) =>
    own.filter(({ kind }) => kind === wanted),
  );
  const named = [...new Set(operations.flatMap((definition) => fragmentsOf(definition, homes)))];
  const foreign = named.filter((name) => !own.includes(homes.get(name).definition));
  const imports = Map.groupBy(foreign, (name) => homes.get(name).module);
  return [
    ...(operations.length > 0 ? [`import { operation } from '../operation';`] : []),
    ...[...imports].map(([module, names]) => `import { ${names.map(constantOf).join(', ')} } from './${module}';`),
    ...(operations.length > 0 ? [`import type { ${operations.flatMap(typesOf).join(', ')} } from './types';`] : []),
    '',
    // An operation is put together from fragments, which must be there before.
    ...[...fragments, ...operations].map((definition) => constant(definition, homes)),
  ].join('\n');
}

function constant(definition, homes) {
  const name = definition.name.value;
  const text = JSON.stringify(stripIgnoredCharacters(print(definition)));
  if (definition.kind === Kind.FRAGMENT_DEFINITION) return `export const ${constantOf(name)} = ${text};`;
  const fragments = fragmentsOf(definition, homes).map(constantOf).join(', ');
  return `export const ${name}Document = /* @__PURE__ */ operation<${typesOf(definition).join(', ')}>('${name}', ${text}, [${fragments}]);`;
}

/** The names of all fragments that a definition needs, those of its fragments among them. */
function fragmentsOf(definition, homes, found = new Set()) {
  visit(definition, {
    FragmentSpread({ name: { value } }) {
      if (found.has(value)) return;
      found.add(value);
      fragmentsOf(homes.get(value).definition, homes, found);
    },
  });
  return [...found];
}

function homesOf(documents) {
  return new Map(
    documents.flatMap((document) =>
      document.document.definitions
        .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
        .map((definition) => [definition.name.value, { definition, module: moduleOf(document) }]),
    ),
  );
}

/** Of its answer and of its variables, as the plugin names them. */
function typesOf({ name: { value }, operation }) {
  const kind = operation[0].toUpperCase() + operation.slice(1);
  return [`${value}${kind}`, `${value}${kind}Variables`];
}

function constantOf(fragment) {
  return `${fragment}FragmentDoc`;
}

/** features/rooms/data/people.graphql is features-rooms-people.ts. */
function moduleOf({ file }) {
  const [, place] = /^client\/src\/app\/(.+)\.graphql$/.exec(file.replaceAll(path.sep, '/'));
  return place
    .split('/')
    .filter((part) => part !== 'data')
    .join('-');
}

async function readDocuments() {
  const files = globSync('client/src/**/*.graphql', { cwd: root }).sort();
  return Promise.all(
    files.map(async (file) => ({ file, document: parse(await readFile(path.join(root, file), 'utf8')) })),
  );
}

async function check(files) {
  const present = await filesThere();
  const stale = [...present].some((name) => !files.has(name));
  const texts = await Promise.all([...files].map(async ([name, text]) => (await readIfThere(name)) === text));
  if (!stale && texts.every(Boolean)) return;
  console.error(`${path.relative(root, output)} is stale: run "npm run generate" and commit the difference.`);
  process.exitCode = 1;
}

async function write(files) {
  await mkdir(output, { recursive: true });
  for (const name of await filesThere()) if (!files.has(name)) await rm(path.join(output, name));
  for (const [name, text] of files)
    if ((await readIfThere(name)) !== text) await writeFile(path.join(output, name), text);
}

async function filesThere() {
  try {
    return await readdir(output);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

async function readIfThere(name) {
  try {
    return await readFile(path.join(output, name), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
