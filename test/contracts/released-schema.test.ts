import { readFileSync } from 'node:fs';
import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

/**
 * What the next release takes from clients of the last one, on purpose: as graphql-inspector words it, with the reason. Before 1.0 a line here is enough, and one in the
 * changelog; from 1.0 on nothing is taken away that was not deprecated for two releases. A release empties the list, when it writes the released schema anew.
 */
const ACCEPTED: Readonly<Record<string, string>> = {};

const released = readFileSync('test/contracts/released.graphql', 'utf8');
const today = readFileSync('schema.graphql', 'utf8');

describe('schema.graphql', () => {
  it('breaks no client of the last release but on purpose', async () => {
    expect((await breaksBetween(released, today)).toSorted()).toEqual(Object.keys(ACCEPTED).toSorted());
  });
});

describe('the comparison', () => {
  it.each([
    ['a field that is gone', 'joinedAt: DateTime!', 'since: DateTime!'],
    ['a null where there was none', 'unreadCount: Int!', 'unreadCount: Int'],
    ['an argument that became required', 'rooms(after: Cursor,', 'rooms(after: Cursor!,'],
    ['a value that is gone', 'enum RoomVisibility {\n  PRIVATE\n', 'enum RoomVisibility {\n'],
    ['a type that is no node any more', 'type File implements Node', 'type File'],
  ])('finds %s', async (_, before, after) => {
    expect(released).toContain(before);
    expect((await breaksBetween(released, released.replace(before, after))).length).toBeGreaterThan(0);
  });

  it('has nothing against what comes in', async () => {
    const more = released.replace('type File implements Node {', 'type File implements Node {\n  pages: Int');
    expect(more).not.toBe(released);
    expect(await breaksBetween(released, more)).toEqual([]);
  });
});

async function breaksBetween(before: string, after: string): Promise<string[]> {
  const changes: Change[] = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}
