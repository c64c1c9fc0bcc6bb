import { globSync, readFileSync } from 'node:fs';
import { CloseCode as ProtocolCode } from 'graphql-ws';
import { buildSchema, LoneAnonymousOperationRule, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CloseCode, ERROR_CODES, TOKEN_FAULTS } from '#server/errors/index.js';

const page = readFileSync('docs/guides/errors-and-limits.md', 'utf8');
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** Codes that GraphQL's libraries answer with, beside those of our own. */
const OF_LIBRARIES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'INTERNAL_SERVER_ERROR',
];
/** What graphql-ws's client says by itself. */
const OF_CLIENTS: readonly number[] = [
  ProtocolCode.BadResponse,
  ProtocolCode.InternalClientError,
  ProtocolCode.ConnectionAcknowledgementTimeout,
];

describe('docs/guides/errors-and-limits.md', () => {
  it('has every close code that the server sends, and no other', () => {
    expect(firstColumnBelow('## Close codes').map(Number)).toEqual(Object.values(CloseCode));
  });

  it('has every code that an error may have, and no other', () => {
    const codes = firstColumnBelow('## Errors').flatMap((cell) => cell.replaceAll('`', '').split(', '));
    expect(codes.toSorted()).toEqual([...ERROR_CODES, ...OF_LIBRARIES].toSorted());
  });

  it('has every reason for which a token does not count', () => {
    const reasons = firstColumnBelow('says with `extensions.reason`').map((cell) => cell.replaceAll('`', ''));
    expect(reasons).toEqual([...TOKEN_FAULTS, 'none']);
  });
});

it('every code of the protocol that a server sends is among ours', () => {
  const codes = Object.values(ProtocolCode).filter((code) => typeof code === 'number' && !OF_CLIENTS.includes(code));
  expect(Object.values(CloseCode)).toEqual(expect.arrayContaining(codes));
});

it('the schema says once what to do after the codes that a client meets, and every subscription says where', () => {
  const subscription = schema.getSubscriptionType();
  const fields = Object.values(subscription?.getFields() ?? {});
  const ours = Object.values(CloseCode).filter((code) => code >= 4000);
  for (const code of [1001, 1009, 1013, ...ours]) expect(subscription?.description).toContain(String(code));
  expect(fields.length).toBeGreaterThan(2);
  for (const { description } of fields) expect(description).toContain('see the type `Subscription`');
});

it('what comes in place of Slack’s and Mattermost’s calls is there', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = new Set(roots.flatMap((root) => Object.keys(root?.getFields() ?? {})));
  const rows = readFileSync('docs/guides/from-slack-or-mattermost.md', 'utf8').match(/^\|.*\|$/gm) ?? [];
  const named = rows.flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([a-z]\w+)`/g)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name = '') => name !== 'errors' && !fields.has(name))).toEqual([]);
});

/** The first cells of the table that follows these words. */
function firstColumnBelow(words: string): string[] {
  const [, below = ''] = page.split(words);
  const [table = ''] = /(?:^\|.*\n)+/m.exec(below) ?? [];
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => row.split('|')[1]?.trim() ?? '');
}

it('the operations that the guides show are operations of the schema', () => {
  // Some blocks show several mutations, to be sent one at a time.
  const rules = specifiedRules.filter((rule) => rule !== LoneAnonymousOperationRule);
  const shown = globSync('docs/guides/*.md').flatMap((guide) =>
    [...readFileSync(guide, 'utf8').matchAll(/^```graphql\n(.*?)^```/gms)].map(([, text = '']) => ({ guide, text })),
  );
  expect(shown.length).toBeGreaterThan(5);
  for (const { guide, text } of shown) expect([guide, validate(schema, parse(text), rules)]).toEqual([guide, []]);
});
