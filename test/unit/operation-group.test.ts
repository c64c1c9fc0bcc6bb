import { buildSchema, type GraphQLInterfaceType, type GraphQLObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Actor, BotScope, GraphQLContext } from '#server/caller/index.js';
import { groupOf } from '#server/feed/operation-group.js';

const SDL = `
  type Query { ok: Boolean }
  type Subscription { news(after: String): News! }
  interface News { id: ID, about: String }
  type Joined implements News { id: ID, about: String, to: Person }
  type Person { name: String, mine: String }
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

function keyOf(text: string, context: GraphQLContext): string {
  return groupOf({ schema: aSchema(), document: parse(text) }, context).key;
}

function aBot(tokenId: string, ...scopes: BotScope[]): GraphQLContext {
  const bot = { tokenId, ownerId: 'ada', scopes: new Set(scopes), roomIds: null };
  const viewer: Partial<Actor> = { userId: 'bot', bot };
  return { viewer } as GraphQLContext;
}

function groupsOf(text: string): number {
  const [schema, document] = [aSchema(), parse(text)];
  return new Set(['ada', 'ben'].map((userId) => groupOf({ schema, document }, contextOf(userId)).key)).size;
}

function aSchema() {
  const schema = buildSchema(SDL);
  const mark = (type: string, field: string): void => {
    const found = schema.getType(type) as GraphQLObjectType | GraphQLInterfaceType;
    Object.assign(found.getFields()[field]?.extensions ?? {}, { viewerDependent: true });
  };
  mark('Person', 'mine');
  mark('Joined', 'about');
  return schema;
}

function contextOf(userId: string): GraphQLContext {
  const viewer: Partial<Actor> = { userId };
  return { viewer } as GraphQLContext;
}
