import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, execute, getIntrospectionQuery, GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type Cost, costWithinLimit } from '#server/api/limits/cost.js';
import { bothWays } from '../support/requests/both-ways.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const SDL = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8');
const schema = buildSchema(SDL);

const OPTIONS = [
  'descriptions',
  'specifiedByUrl',
  'directiveIsRepeatable',
  'schemaDescription',
  'inputValueDeprecation',
  'oneOf',
] as const;

/** The question as tools ask it: each of them with some of the options. */
const QUESTIONS = Array.from({ length: 2 ** OPTIONS.length }, (_, bits) =>
  getIntrospectionQuery(Object.fromEntries(OPTIONS.map((option, at) => [option, (bits & (1 << at)) > 0]))),
);

describe('the question for the whole schema', () => {
  it('is answered on every way in, as graphql-js, code generators and playgrounds ask it', async () => {
    const asked = [QUESTIONS[0], QUESTIONS.at(-1), getIntrospectionQuery(), PLAIN];
    for (const query of asked)
      for (const { errors, data } of await bothWays(server, query ?? '')) {
        expect(errors).toBeUndefined();
        expect(data).toHaveProperty('__schema.types');
      }
  });

  it('takes less than a quarter of what one may ask for, with any of its options', () => {
    for (const question of QUESTIONS) {
      const { requested, limit } = withinLimit(schema, question);
      expect(requested).toBeLessThan(limit / 4);
    }
  });

  it('is answered by a server with three times as many types', () => {
    const grown = buildSchema([SDL, ...[2, 3].map((number) => copyOf(number))].join('\n'));
    expect(Object.keys(grown.getTypeMap()).length).toBeGreaterThan(2 * Object.keys(schema.getTypeMap()).length);
    const { requested, limit } = withinLimit(grown, QUESTIONS.at(-1) ?? '');
    expect(requested).toBeLessThan(limit);
  });

  it.each([
    ['whole', QUESTIONS.at(-1) ?? ''],
    ['about one type', '{ __type(name: "Room") { name fields { name args { name } type { ofType { name } } } } }'],
    ['about nothing', '{ __type(name: "Nothing") { name } }'],
    ['the same thing many times', `{ __schema { ${numbered(20, (at) => `a${at}: types { name }`)} } }`],
    ['in fragments', '{ __schema { ...F } } fragment F on __Schema { types { ... { name fields { name } } } }'],
    ['two fields deep', '{ __schema { types { fields { type { fields { name description } } } } } }'],
    [
      'with what is deprecated',
      '{ __schema { types { fields(includeDeprecated: true) { name } enumValues { name } } } }',
    ],
  ])('costs one for two values of its answer: %s', (_, question) => {
    const values = valuesIn(execute({ schema, document: parse(question) }));
    const cost = costOf(schema, question);
    expect(2 * cost).toBeGreaterThanOrEqual(values);
    expect(2 * cost).toBeLessThanOrEqual(values * 1.2 + 10);
  });

  it('costs what its variables ask for', () => {
    const document = parse('query ($name: String!) { __type(name: $name) { fields { name } } }');
    const [large, none] = ['Mutation', 'Nothing'].map((name) =>
      costWithinLimit({ schema, document, variables: { name } }),
    );
    expect(large).not.toEqual(none);
  });
});

describe('a question that looks like it, and asks for much more', () => {
  it.each([
    [
      'the whole schema twelve times',
      getIntrospectionQuery().replace(
        '__schema {',
        `${numbered(12, (at) => `a${at}: __schema { types { ...FullType } }`)} __schema {`,
      ),
    ],
    [
      'all fields sixty times',
      `{ __schema { types { ${numbered(60, (at) => `a${at}: fields { name description args { name description } }`)} } } }`,
    ],
    [
      'the types of all types',
      `{ __schema { types { ${numbered(25, (at) => `a${at}: fields { type { ofType { fields { name description } } } }`)} } } }`,
    ],
    [
      'the fields of the fields of the fields',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    ],
    [
      'a circle of interfaces',
      '{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } }',
    ],
  ])('is refused: %s', async (_, query) => {
    for (const { errors = [] } of await bothWays(server, query)) {
      expect(errors.length).toBeGreaterThan(0);
      for (const { extensions } of errors)
        expect(['QUERY_TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED']).toContain(extensions.code);
    }
  });
});

/** As the oldest tools ask: without fragments, and a few levels of wrapped types. */
const PLAIN = `{ __schema { queryType { name } types { kind name fields(includeDeprecated: true) {
  name type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } args { name defaultValue } } } } }`;

function costOf(of: GraphQLSchema, question: string): number {
  return withinLimit(of, question).requested;
}

function withinLimit(of: GraphQLSchema, question: string): Cost {
  const cost = costWithinLimit({ schema: of, document: parse(question) });
  if (cost instanceof GraphQLError) throw cost;
  return cost;
}

/** The whole schema once more, under names of its own. */
function copyOf(number: number): string {
  const names = Object.keys(schema.getTypeMap()).filter((name) => new RegExp(`^\\w+ ${name}\\b`, 'm').exec(SDL));
  return SDL.replaceAll(new RegExp(`\\b(${names.join('|')})\\b`, 'g'), `$1${String(number)}`);
}

function valuesIn(answer: unknown): number {
  const { data } = answer as { data: unknown };
  const count = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? Object.values(value).reduce<number>((sum, inner) => sum + 1 + count(inner), 0)
      : 0;
  return count(data);
}

function numbered(many: number, text: (at: string) => string): string {
  return Array.from({ length: many }, (_, at) => text(String(at))).join(' ');
}
