import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Extensions, GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from './actor.js';

/** Where the log stood when an operation began: whatever the operation reads afterwards is no older than this. */
export interface LogPosition {
  readonly position: number;
  readonly eventId: string;
}

/** For whom something is shown: one viewer, or any member of a room alike (a feed's event, executed once for all of them). */
export interface Audience {
  readonly viewer: Actor | null;
  readonly memberOf?: string;
}

interface Http {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What every resolver may know about the operation that it serves. Loaders keep their batches by this object. */
export class GraphQLContext implements Audience {
  /** Set where the operation came over HTTP; cookies can be read and set there alone. */
  readonly http?: Http;
  readonly memberOf?: string;

  constructor(
    readonly viewer: Actor | null,
    /** The caller's address, for limits. */
    readonly address: string,
    readonly startedAt: LogPosition,
    more: { http?: Http; memberOf?: string } = {},
  ) {
    if (more.http) this.http = more.http;
    if (more.memberOf !== undefined) this.memberOf = more.memberOf;
  }
}

/**
 * Marks a field whose value depends on who looks. A feed executes an event once for a room's members, without a viewer;
 * a selection that holds a marked field is executed for each viewer instead.
 */
export const ViewerDependent = (): MethodDecorator & PropertyDecorator => Extensions({ viewerDependent: true });

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
