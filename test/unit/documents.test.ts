import { createHash } from 'node:crypto';
import { buildSchema, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Documents } from '#server/api/documents.js';
import { readSettings } from '#server/config/index.js';
import { heldBy } from '../support/measures/held-memory.js';

const schema = buildSchema('type Query { hello: String, numbers(of: [Int!]): Int }');
const HELLO = '{ hello }';

describe('the documents of operations', () => {
  it('are read once: the same text is the same document', () => {
    const { documentOf } = aMemory();
    expect(documentOf(HELLO)).toBe(documentOf(HELLO));
    expect(documentOf('{ hello hello }')).not.toBe(documentOf(HELLO));
  });

  it.each([
    ['what is no GraphQL', '{ hello', 'GRAPHQL_PARSE_FAILED'],
    ['what is not in the schema', '{ goodbye }', 'GRAPHQL_VALIDATION_FAILED'],
    ['what is too long to be read', `{ ${'hello '.repeat(5000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ])('hold nothing bad: %s is refused each time', (_, text, code) => {
    const { codesOf } = aMemory();
    expect(codesOf({ query: text })).toEqual([code]);
    expect(codesOf({ query: text })).toEqual([code]);
  });

  it('are remembered up to a bound: what was not asked for longest goes first', () => {
    const { documentOf } = aMemory();
    const [forgotten, wanted] = [documentOf(HELLO), documentOf(`# wanted\n${HELLO}`)];
    for (let number = 0; number < 300; number += 1) {
      documentOf(longText(number));
      documentOf(`# wanted\n${HELLO}`);
    }
    const newest = documentOf(longText(299));
    expect(documentOf(longText(299))).toBe(newest);
    expect(documentOf(`# wanted\n${HELLO}`)).toBe(wanted);
    expect(documentOf(HELLO)).not.toBe(forgotten);
  });
});

describe('what is remembered takes little memory', () => {
  it('where documents are many times as large as their text', () => {
    const { documentOf } = aMemory();
    const held = heldBy(() => {
      for (let number = 0; number < 400; number += 1)
        documentOf(`query Q${String(number)} { numbers(of: [${'1 '.repeat(1900)}]) }`);
    });
    expect(held).toBeLessThan(24 * 1024 * 1024);
  });

  it('where texts are next to nothing', () => {
    const documents = new Documents(readSettings({}));
    const held = heldBy(() => {
      for (let number = 0; number < 100_000; number += 1) documents.refusalOf(`{a${number.toString(36)}}`);
    });
    expect(held).toBeLessThan(6 * 1024 * 1024);
  });
});

describe('a text that was said with its hash', () => {
  it('may be left out from then on', () => {
    const { documentOf, find, codesOf } = aMemory();
    expect(codesOf({ query: '', ...hashOf(HELLO) })).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const document = find({ query: HELLO, ...hashOf(HELLO) });
    expect(find({ query: '', ...hashOf(HELLO) })).toBe(document);
    expect(documentOf(HELLO)).toBe(document);
  });

  it('is not taken for another: a hash that is not its own is refused and not remembered', () => {
    const { codesOf } = aMemory();
    expect(codesOf({ query: '{ hello hello }', ...hashOf(HELLO) })).toEqual(['BAD_USER_INPUT']);
    expect(codesOf({ query: '', ...hashOf(HELLO) })).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it('is read as closely as any other', () => {
    const { codesOf } = aMemory();
    const bad = '{ goodbye }';
    expect(codesOf({ query: bad, ...hashOf(bad) })).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(codesOf({ query: '', ...hashOf(bad) })).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('is remembered up to a bound', () => {
    const { find, codesOf } = aMemory();
    find({ query: HELLO, ...hashOf(HELLO) });
    for (let number = 0; number < 300; number += 1) find({ query: longText(number), ...hashOf(longText(number)) });
    expect(codesOf({ query: '', ...hashOf(longText(299)) })).toEqual([]);
    expect(codesOf({ query: '', ...hashOf(HELLO) })).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it.each([
    ['of another version', { persistedQuery: { version: 2, sha256Hash: 'x' } }],
    ['without a hash', { persistedQuery: { version: 1 } }],
    ['of nothing', { persistedQuery: null }],
    ['of something else', 'persistedQuery'],
  ])('is read as if it came alone, with an extension %s', (_, extensions) => {
    const { find, documentOf } = aMemory();
    expect(find({ query: HELLO, extensions })).toBe(documentOf(HELLO));
  });
});

type Asked = Parameters<Documents['find']>[1];

function aMemory() {
  const documents = new Documents(readSettings({}));
  const find = (asked: Asked) => documents.find(schema, asked);
  return {
    find,
    documentOf: (query: string): DocumentNode => {
      const found = find({ query });
      if (!('kind' in found)) throw new Error(`There is no document: ${String(found)}`);
      return found;
    },
    codesOf: (asked: Asked): unknown[] => {
      const found = find(asked);
      return 'kind' in found ? [] : found.map(({ extensions }) => extensions.code);
    },
  };
}

function hashOf(text: string): Pick<Asked, 'extensions'> {
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  return { extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

/** Thirty thousand characters that are no other's. */
function longText(number: number): string {
  return `# ${String(number)} ${'x'.repeat(30_000)}\n${HELLO}`;
}
