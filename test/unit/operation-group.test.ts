import { buildSchema, type GraphQLInterfaceType, type GraphQLObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Actor, BotScope, GraphQLContext } from '#server/caller/index.js';
import { groupOf } from '#server/feed/operation-group.js';

const SDL = `
  type Query { ok: Boolean }
  type Subscription { news(after: String, about: [String]): News! }
  interface News { id: ID, about: String }
  type Joined implements News { id: ID, about: String, to: Person }
  type Person { name: String, called(by: String): String, mine: String }
`;

describe('two people who subscribe alike', () => {
  it('share a group where they ask for nothing of the viewer', () => {
    expect(groupsOf('subscription { news { id } }')).toBe(1);
  });

  it.each([
    ['a field of the viewer', 'subscription { news { ... on Joined { to { mine } } } }'],
    ['one in a fragment', 'subscription { news { ...J } } fragment J on Joined { to { name mine } }'],
    ['one of what an interface may turn out to be', 'subscription { news { about } }'],
  ])('have a group each where they ask for %s', (_, text) => {
    expect(groupsOf(text)).toBe(2);
  });
});

describe('two tokens of bots that subscribe alike', () => {
  const news = 'subscription { news { id } }';
  const mine = 'subscription { news { ... on Joined { to { mine } } } }';

  it('share a group where they open the same, and neither with others nor with people', () => {
    const keys = [aBot('one', 'EVENTS_READ'), aBot('two', 'EVENTS_READ')].map((bot) => keyOf(news, bot));
    expect(new Set(keys).size).toBe(1);
    expect(keys).not.toContain(keyOf(news, aBot('three', 'EVENTS_READ', 'MESSAGES_READ')));
    expect(keys).not.toContain(keyOf(news, contextOf('ada')));
  });

  it('have a group each where they ask for something of the viewer, also those of one bot', () => {
    expect(keyOf(mine, aBot('one', 'EVENTS_READ'))).not.toBe(keyOf(mine, aBot('two', 'EVENTS_READ')));
  });
});

describe('two people who differ in a variable', () => {
  it.each([
    ['that only says where they begin', 'subscription ($v: String) { news(after: $v) { id } }'],
    ['that stands within what they want', 'subscription ($v: String) { news(about: ["all", $v]) { id } }'],
    ['that does so twice', 'subscription ($v: String) { news(after: $v, about: [$v]) { id } }'],
  ])('share a group where it is one %s', (_, text) => {
    expect(groupsOf(text, ['one', 'other'])).toBe(1);
  });

  it.each([
    ['an argument of another field', 'subscription ($v: String) { news { ... on Joined { to { called(by: $v) } } } }'],
    ['one of both', 'subscription ($v: String) { news(after: $v) { ... on Joined { to { called(by: $v) } } } }'],
    ['a condition', 'subscription ($v: String) { news(after: $v) { id @include(if: $v) } }'],
    ['nothing at all', 'subscription ($v: String) { news { id } }'],
  ])('have a group each where it stands in %s', (_, text) => {
    expect(groupsOf(text, ['one', 'other'])).toBe(2);
  });
});

function keyOf(text: string, context: GraphQLContext): string {
  return groupOf({ schema: aSchema(), document: parse(text) }, context).key;
}

function aBot(tokenId: string, ...scopes: BotScope[]): GraphQLContext {
  const bot = { tokenId, ownerId: 'ada', scopes: new Set(scopes), roomIds: null };
  const viewer: Partial<Actor> = { userId: 'bot', bot };
  return { viewer } as GraphQLContext;
}

function groupsOf(text: string, values: readonly [string, string] = ['same', 'same']): number {
  const [schema, document] = [aSchema(), parse(text)];
  const keys = ['ada', 'ben'].map(
    (userId, index) => groupOf({ schema, document, variableValues: { v: values[index] } }, contextOf(userId)).key,
  );
  return new Set(keys).size;
}

function aSchema() {
  const schema = buildSchema(SDL);
  const mark = (type: string, field: string): void => {
    const found = schema.getType(type) as GraphQLObjectType | GraphQLInterfaceType;
    Object.assign(found.getFields()[field]?.extensions ?? {}, { viewerDependent: true });
  };
  Object.assign(schema.getSubscriptionType()?.getFields().news?.extensions ?? {}, { openedBy: ['after', 'about'] });
  mark('Person', 'mine');
  mark('Joined', 'about');
  return schema;
}

function contextOf(userId: string): GraphQLContext {
  const viewer: Partial<Actor> = { userId };
  return { viewer } as GraphQLContext;
}
