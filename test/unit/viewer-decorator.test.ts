import 'reflect-metadata';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { buildSchema, type GraphQLFieldResolver, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { GraphQLContext, Viewer } from '#server/caller/index.js';

const ada = { userId: 'ada', sessionId: 'hers', isGuest: false, expiresAt: new Date(8.64e15), bot: null };
const FIELDS =
  'type Query { own: String thing: Thing viewer: Viewer } type Viewer { own: String } type Thing { own: String }';

describe('a field that asks for the viewer', () => {
  it('is told who it is at the root and below the viewer', async () => {
    expect(await ask('{ own viewer { own } }')).toEqual({ data: { own: 'ada', viewer: { own: 'ada' } } });
  });

  it('throws elsewhere, for a feed would show one viewer’s value to all', async () => {
    const { data, errors } = await ask('{ thing { own } }');
    expect(data).toEqual({ thing: { own: null } });
    expect(errors?.[0]?.message).toBe('Thing.own asks for the viewer without being marked @ViewerDependent().');
  });

  it('is told there too once it is marked', async () => {
    expect(await ask('{ thing { own } }', ['Thing'])).toEqual({ data: { thing: { own: 'ada' } } });
  });
});

async function ask(source: string, marked: readonly string[] = []) {
  const schema = buildSchema(FIELDS);
  for (const name of ['Query', 'Viewer', 'Thing']) {
    const type = schema.getType(name);
    if (!type || !('getFields' in type)) throw new Error(`There is no type ${name}.`);
    const { own } = type.getFields();
    if (!own || !('resolve' in own)) throw new Error(`${name} has no field to ask for the viewer.`);
    own.resolve = ownName;
    own.extensions = marked.includes(name) ? { viewerDependent: true } : {};
  }
  const contextValue = new GraphQLContext(ada, '', { position: 0, eventId: '' });
  const answer = await graphql({ schema, source, contextValue, rootValue: { thing: {}, viewer: {} } });
  return JSON.parse(JSON.stringify(answer)) as { data: unknown; errors?: { message: string }[] };
}

const ownName: GraphQLFieldResolver<unknown, unknown> = (...args) => {
  const context = new ExecutionContextHost(args);
  context.setType('graphql');
  return viewerOf(undefined, context)?.userId;
};

/** What stands behind `@Viewer()`, as Nest finds it. */
const viewerOf = ((): ((data: undefined, context: ExecutionContext) => { userId: string } | null) => {
  class Handler {
    handle(viewer: unknown): unknown {
      return viewer;
    }
  }
  Viewer()(Handler.prototype, 'handle', 0);
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, Handler, 'handle') as Record<
    string,
    { factory: (data: undefined, context: ExecutionContext) => { userId: string } | null }
  >;
  const [parameter] = Object.values(parameters);
  if (!parameter) throw new Error('The decorator left nothing behind.');
  return parameter.factory;
})();
