import { readFileSync, globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import '#server/app.module.js';
import { kindsWith, schemaClassesOfEvents } from '#server/log/index.js';

// The walk through docs/add-a-feature.md, for each kind of event that there is.

const PAGE = readFileSync('docs/add-a-feature.md', 'utf8');
const ASKED = readFileSync('client/src/app/feed/data/events.graphql', 'utf8');
const ASKED_ANYWHERE = globSync('client/src/app/**/*.graphql')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const SCHEMA = readFileSync('schema.graphql', 'utf8');
const APPLIED = globSync('client/src/app/feed/events/*-events.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** What only bots are told: no page of the client shows it. */
const FOR_BOTS_ALONE = ['CommandInvoked'];

const ofOwner = (owner: string): string[] => kindsWith((kind) => kind.owner === owner);

describe('a kind of event', () => {
  it('has an owner, and each owner has some', () => {
    const owned = ['room', 'person', 'house'].map(ofOwner);
    expect(owned.flat().toSorted()).toEqual(
      schemaClassesOfEvents()
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(owned.every((kinds) => kinds.length > 0)).toBe(true);
  });

  it.each(schemaClassesOfEvents().map(({ name }) => name))('stands in one file of a feature: %s', (name) => {
    const files = globSync('src/**/*.events.ts').filter((file) =>
      readFileSync(file, 'utf8').includes(`class ${name} `),
    );
    expect(files).toHaveLength(1);
  });
});

describe('of a room or of the house', () => {
  it.each([...ofOwner('room'), ...ofOwner('house')])('it is asked for and applied by the client: %s', (name) => {
    expect(ASKED).toContain(`... on ${name} {`);
    expect(APPLIED).toMatch(new RegExp(String.raw`^  ${name}\b`, 'm'));
  });

  it.each(ofOwner('room'))('it has its case of the law: %s', (name) => {
    expect(readFileSync('test/realtime/feed-equals-a-fresh-read.test.ts', 'utf8')).toContain(`  ${name}: `);
  });
});

describe('of a person', () => {
  it.each(ofOwner('person'))(
    'it is asked for by the page that shows it, and tested with its refusal twin: %s',
    (name) => {
      const [, interfaces = ''] = new RegExp(`^type ${name} implements ([^{]+)`, 'm').exec(SCHEMA) ?? [];
      const own = interfaces
        .trim()
        .split(' & ')
        .filter((one) => one !== 'Event' && one !== 'PersonalEvent');
      const asked = [name, ...own].filter((one) => ASKED_ANYWHERE.includes(`... on ${one} {`));
      if (FOR_BOTS_ALONE.includes(name)) expect(asked).toEqual([]);
      else expect(asked).not.toEqual([]);
      expect(readFileSync('test/realtime/own-events.test.ts', 'utf8')).toContain(`'${name}'`);
    },
  );
});

describe('docs/add-a-feature.md', () => {
  it('walks through a kind about a room and a kind about a person', () => {
    expect(PAGE).toMatch(/owner: 'room'/);
    expect(PAGE).toMatch(/owner: 'person'/);
  });

  it.each([...new Set(PAGE.match(/(?<=`)(?:src|client|test|docs)\/[\w./-]+(?=`)/g))])(
    'names what there is: %s',
    (path) => {
      expect(globSync(path.replace(/\/$/, ''))).toHaveLength(1);
    },
  );
});
