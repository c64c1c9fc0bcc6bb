import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  buildSchema,
  execute,
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { executePlanned } from '#server/graphql/index.js';

type Random = (below: number) => number;

const schema = buildSchema(readFileSync(new URL('../contracts/api.graphql', import.meta.url), 'utf8'));
for (const type of Object.values(schema.getTypeMap()))
  if (isObjectType(type) && !type.name.startsWith('__')) misbehave(type);

describe('an operation that is planned', () => {
  it.each([
    { title: 'graphql-js answers it, to the letter', isAtOnce: true },
    // Where several things fail at once that are waited for, it is chance which of them is told of before the rest is given up.
    { title: 'graphql-js answers it, where some of it is waited for', isAtOnce: false },
  ])('is answered as $title, whatever is asked and whatever goes wrong', async ({ isAtOnce }) => {
    const asked = new Set<string>();
    using rejections = rejectionsThatNobodyTakes();
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (words, values) => {
        const text = writtenBy(randomFrom(words), asked);
        const document = parse(text);
        expect(validate(schema, document)).toEqual([]);
        const args = () => ({ schema, document, rootValue: { where: '', seed: values, isAtOnce } });
        const planned = await executePlanned(args());
        const again = await executePlanned(args());
        await new Promise(setImmediate);
        // What is left out by a directive has no plan, and goes to graphql-js.
        if (!text.includes('@')) expect(rejections.untilNow()).toEqual([]);
        const expected = await execute(args());
        await new Promise(setImmediate);
        rejections.untilNow();
        for (const { data, errors } of [planned, again]) {
          expect(JSON.stringify(data)).toBe(JSON.stringify(expected.data));
          if (isAtOnce) expect(JSON.stringify(errors)).toEqual(JSON.stringify(expected.errors));
          else expect(errors === undefined).toBe(expected.errors === undefined);
        }
      }),
      { numRuns: 400, seed: 41 },
    );
    const all = objectsOf(schema).flatMap((type) =>
      Object.keys(type.getFields()).map((name) => `${type.name}.${name}`),
    );
    expect(all.filter((name) => !asked.has(name))).toEqual([]);
  });

  it.each([
    ['a variable that is missing', 'query ($id: ID!) { room(id: $id) { id } }'],
    [
      'the schema itself',
      '{ __schema { queryType { name fields { name } } } __type(name: "Room") { name } __typename }',
    ],
    ['what is left out', 'query ($no: Boolean!) { serverInfo @include(if: $no) { name } }'],
    ['two operations, and no name', 'query A { serverInfo { name } } query B { serverInfo { name } }'],
  ])('gives the same for %s', async (_, text) => {
    const args = {
      schema,
      document: parse(text),
      rootValue: { where: '', seed: 1, isAtOnce: true },
      variableValues: { no: false },
    };
    const [planned, expected] = [await executePlanned(args), await execute(args)];
    expect(JSON.stringify(planned)).toBe(JSON.stringify(expected));
  });

  it('has its answers under any name, that of a prototype too', async () => {
    const small = buildSchema('type Query { end: Int down: Query }');
    const args = { schema: small, document: parse('{ __proto__: end down { __proto__: down { end } } }') };
    const { data } = await executePlanned({ ...args, rootValue: { end: 1, down: { down: { end: 2 } } } });
    expect(JSON.stringify(data)).toBe('{"__proto__":1,"down":{"__proto__":{"end":2}}}');
  });

  it('tells of no error in a place that is not part of the answer any more', async () => {
    const small = buildSchema('type Query { some: Some slow: Int } type Some { must: Int! may: Int }');
    const later = async (turns: number): Promise<void> => {
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
    };
    const rootValue = {
      some: {
        must: () => Promise.reject(new Error('gone')),
        may: () => later(1).then(() => Promise.reject(new Error('gone with it'))),
      },
      slow: () => later(3).then(() => 1),
    };
    const answer = await executePlanned({ schema: small, document: parse('{ some { must may } slow }'), rootValue });
    expect(JSON.stringify(answer.data)).toBe('{"some":null,"slow":1}');
    expect(answer.errors?.map(({ message }) => message)).toEqual(['gone']);
  });

  it('is executed anew where its plan would come to more than its words', () => {
    let looked = 0;
    const small = buildSchema('type Query { down: Query! end: Int }');
    const fields = small.getQueryType()?.getFields() ?? {};
    // Each level is twice the one below.
    const doubling = Array.from({ length: 7 }, (_, level) => {
      const next = level === 6 ? 'end' : `...F${String(level + 1)}`;
      return `fragment F${String(level)} on Query { a${String(level)}: down { ${next} } b${String(level)}: down { ${next} } }`;
    });
    const document = parse(`{ ...F0 } ${doubling.join(' ')}`);
    const rootValue = { end: 1, down: {} };
    rootValue.down = rootValue;
    const args = { schema: small, document, rootValue };
    const expected = JSON.stringify(execute(args));
    expect(JSON.stringify(executePlanned(args))).toBe(expected);
    // Whoever plans a field looks up its type.
    for (const field of Object.values(fields)) {
      const { type } = field;
      Object.defineProperty(field, 'type', { get: () => ((looked += 1), type) });
    }
    expect(JSON.stringify(executePlanned(args))).toBe(expected);
    expect(looked).toBeGreaterThan(0);
  });

  it('does mutations one after the other', async () => {
    const told: string[] = [];
    const serial = buildSchema('type Query { a: Int } type Mutation { go(name: String!): Int }');
    const rootValue = {
      go: async ({ name }: { name: string }) => {
        told.push(`${name} begins`);
        await new Promise(setImmediate);
        told.push(`${name} ends`);
        return 1;
      },
    };
    const document = parse('mutation { a: go(name: "a") b: go(name: "b") }');
    const { data } = await executePlanned({ schema: serial, document, rootValue });
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(JSON.stringify(data)).toBe('{"a":1,"b":1}');
  });
});

/** Rejections would end the process, or the test: graphql-js leaves some behind where a list fails at once and later as well. */
function rejectionsThatNobodyTakes(): Disposable & { untilNow(): unknown[] } {
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  const lost: unknown[] = [];
  process.on('unhandledRejection', (reason) => lost.push(reason));
  return {
    untilNow: () => lost.splice(0),
    [Symbol.dispose]() {
      process.removeAllListeners('unhandledRejection');
      for (const listener of others) process.on('unhandledRejection', listener);
    },
  };
}

function objectsOf(of: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(of.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'));
}

/** The same numbers for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed + 0x9e3779b9;
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

function seedOf(text: string): number {
  let seed = 7;
  for (const character of text) seed = Math.imul(seed, 31) + character.charCodeAt(0);
  return seed >>> 0;
}

interface Thing {
  readonly where: string;
  readonly seed: number;
  readonly isAtOnce: boolean;
}

/** Fields that answer now or later, with values, nulls, errors and nonsense: the same each time for the same thing. */
function misbehave(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    field.resolve = (source: Thing, args: unknown, _context, info) => {
      const where = `${source.where}/${String(info.path.key)}${JSON.stringify(args)}`;
      const random = randomFrom(seedOf(where) ^ source.seed);
      if (random(25) === 0) throw new Error(`${where} throws`);
      const value = valueOf(field.type, { ...source, where }, random);
      return !source.isAtOnce && random(3) === 0 ? Promise.resolve().then(() => value) : value;
    };
  }
}

function valueOf(type: GraphQLOutputType, at: Thing, random: Random): unknown {
  if (isNonNullType(type)) return random(40) === 0 ? null : valueOf(type.ofType, at, random);
  if (random(15) === 0) return null;
  if (random(40) === 0) return new Error(`${at.where} is an error`);
  if (!at.isAtOnce && random(60) === 0) return failure(`${at.where} fails later`);
  if (isListType(type)) {
    if (random(60) === 0) return 12;
    return Array.from({ length: random(4) }, (_, place) => {
      const entry = valueOf(type.ofType, { ...at, where: `${at.where}/${String(place)}` }, random);
      return !at.isAtOnce && random(5) === 0 ? Promise.resolve(entry) : entry;
    });
  }
  if (isCompositeType(type)) {
    const kinds: readonly GraphQLObjectType[] = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    return { ...at, __typename: kinds[random(kinds.length)]?.name };
  }
  if (isEnumType(type)) return type.getValues()[random(type.getValues().length)]?.value;
  return leafOf(type.name, random);
}

/** Whoever looks at it fails; that nobody does is no fault of theirs. */
function failure(message: string): Promise<never> {
  const failing = Promise.reject(new Error(message));
  failing.catch(() => undefined);
  return failing;
}

function leafOf(type: string, random: Random): unknown {
  if (random(50) === 0) return { nonsense: true };
  if (type === 'Int' || type === 'Float') return random(1000);
  if (type === 'Boolean') return random(2) === 0;
  return `text ${String(random(1000))}`;
}

/** An operation at random, with aliases, fragments, repeated fields, and here and there something that is left out. */
function writtenBy(random: Random, asked: Set<string>): string {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const kind = random(5) < 3 ? 0 : random(2) + 1;
  const root = roots[kind];
  if (!root) throw new Error('The schema has no such root.');
  const fragments: string[] = [];
  const selection = kind === 2 ? onlyOne(root) : selectionOf(root, 0);
  return `${['query', 'mutation', 'subscription'][kind] ?? ''} ${selection} ${fragments.join(' ')}`;

  function onlyOne(type: GraphQLObjectType): string {
    const fields = Object.values(type.getFields());
    const field = fields[random(fields.length)];
    return field ? `{ ${fieldOf(type, field.name, 0)} }` : '';
  }

  function selectionOf(type: GraphQLOutputType, depth: number): string {
    const parts: string[] = [random(3) === 0 ? '__typename' : ''];
    if (isAbstractType(type))
      for (const possible of schema.getPossibleTypes(type)) if (random(3) === 0) parts.push(spread(possible, depth));
    if (isObjectType(type)) {
      const names = Object.keys(type.getFields());
      for (let count = random(5) + 1; count > 0; count -= 1) {
        const name = names[random(names.length)] ?? '';
        const field = fieldOf(type, name, depth);
        if (field !== '') parts.push(field);
      }
      if (random(4) === 0) parts.push(spread(type, depth));
    }
    const written = parts.join(' ').trim();
    return `{ ${written === '' ? '__typename' : written} }`;
  }

  function spread(type: GraphQLObjectType, depth: number): string {
    const selection = selectionOf(type, depth + 1);
    if (random(2) === 0) return `... on ${type.name} ${selection}`;
    fragments.push(`fragment F${String(fragments.length)} on ${type.name} ${selection}`);
    return `...F${String(fragments.length - 1)}`;
  }

  function fieldOf(type: GraphQLObjectType, name: string, depth: number): string {
    const field = type.getFields()[name];
    if (!field) return '';
    const below = getNamedType(field.type);
    if (isCompositeType(below) && depth > 4) return '';
    asked.add(`${type.name}.${name}`);
    // Under a name of its own, so that two of one name never contradict each other; some come twice all the same.
    const alias =
      field.args.length > 0 || isCompositeType(below)
        ? `a${String(random(1e9))}:`
        : below.name === 'ID'
          ? ''
          : `${name}${type.name}:`;
    const left = random(60) === 0 ? (random(2) === 0 ? '@skip(if: true)' : '@include(if: true)') : '';
    const selection = isCompositeType(below) ? selectionOf(below, depth + 1) : '';
    return `${alias}${name}${argumentsOf(field.args)} ${left} ${selection}`;
  }

  function argumentsOf(args: readonly GraphQLArgument[]): string {
    const given = args.filter(({ type }) => isNonNullType(type) || random(3) === 0);
    return given.length === 0 ? '' : `(${given.map(({ name, type }) => `${name}: ${literalOf(type)}`).join(', ')})`;
  }

  function literalOf(type: GraphQLInputType): string {
    const inner = getNullableType(type);
    if (isListType(inner)) return '[]';
    if (isEnumType(inner)) return inner.getValues()[0]?.name ?? '';
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter((field) => isNonNullType(field.type));
      return `{ ${fields.map(({ name, type: of }) => `${name}: ${literalOf(of)}`).join(', ')} }`;
    }
    const literals: Record<string, string> = { Int: '7', Float: '7', Boolean: 'true' };
    return literals[inner.name] ?? '"text"';
  }
}
