import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as ofCli from '../../packages/cli/dist/operations.js';
import * as ofMcp from '../../packages/mcp/dist/operations.js';
import * as ofSdk from '@tertulia/sdk';
import type { TypedText } from '@tertulia/sdk';
import { REFRESH } from '../../packages/sdk/dist/sessions/session-tokens.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const versionOf = (name: string) =>
  JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as {
    readonly version: string;
    readonly dependencies: Record<string, string>;
  };

describe.each([
  ['sdk', { ...ofSdk, REFRESH }],
  ['cli', ofCli],
  ['mcp', ofMcp],
])('the package %s', (_name, exported) => {
  it('asks for nothing that the schema does not have', () => {
    const operations = Object.entries<unknown>(exported).flatMap(([name, value]) => {
      const text = textIn(value);
      return text === null ? [] : [[name, text] as const];
    });
    expect(operations.length).toBeGreaterThan(3);
    const faults = operations.flatMap(([name, text]) =>
      validate(schema, parse(text)).map(({ message }) => `${name}: ${message}`),
    );
    expect(faults).toEqual([]);
  });
});

/** What `operation` of the SDK gives has a text of its own. */
function textIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'toString')) return null;
  return (value as TypedText<unknown, unknown>).toString();
}

it('the packages depend on the SDK of their own version', () => {
  for (const name of ['cli', 'mcp'])
    expect(versionOf(name).dependencies['@tertulia/sdk']).toBe(versionOf('sdk').version);
});
