import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from './actor.js';
import type { Unauthenticated } from '../errors/index.js';
import { BatchScope } from '../graphql/index.js';
import type { LogPosition } from '../log/index.js';

interface Http {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What is wrong with the token that a visitor sent, if any; a socket with such a token is closed. */
  readonly refusal: Unauthenticated | null;
}

/** What every resolver may know about the operation that it serves. */
export class GraphQLContext extends BatchScope {
  /** Set where the operation came over HTTP; cookies can be read and set there alone. */
  readonly http?: Http;

  constructor(
    readonly viewer: Actor | null,
    /** The caller's address, for limits. */
    readonly address: string,
    readonly startedAt: LogPosition,
    http?: Http,
  ) {
    super();
    if (http) this.http = http;
  }

  get refusal(): Unauthenticated | null {
    return this.http?.refusal ?? null;
  }
}

/** The signed-in actor, or null for a visitor. Below the root only fields marked `@ViewerDependent()` may ask. */
export const Viewer = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  const graphql = GqlExecutionContext.create(context);
  const info = graphql.getInfo<GraphQLResolveInfo>();
  if (!mayAskForViewer(info)) {
    throw new Error(
      `${info.parentType.name}.${info.fieldName} asks for the viewer without being marked @ViewerDependent().`,
    );
  }
  return graphql.getContext<GraphQLContext>().viewer;
});

function mayAskForViewer({ schema, parentType, fieldName }: GraphQLResolveInfo): boolean {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  if (roots.some((root) => root?.name === parentType.name)) return true;
  if (parentType.name === 'Viewer') return true;
  return isObjectType(parentType) && parentType.getFields()[fieldName]?.extensions.viewerDependent === true;
}
