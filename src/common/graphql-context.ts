import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Extensions, GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from './actor.js';
import type { Unauthenticated } from './errors.js';

/** Where the log stood when an operation began: whatever the operation reads afterwards is no older than this. */
export interface LogPosition {
  readonly position: number;
  readonly eventId: string;
}

interface Http {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What is wrong with the token that a visitor sent, if any; a socket with such a token is closed. */
  readonly refusal: Unauthenticated | null;
}

/** The name of something that an answer shows and that may change; the log says which there are. */
export type Shown = string;

/** What every resolver may know about the operation that it serves. Loaders keep their batches by this object. */
export class GraphQLContext {
  /** Set where the operation came over HTTP; cookies can be read and set there alone. */
  readonly http?: Http;
  /** Operations with the same one load together what they ask for. */
  readonly batch: object = this;
  /** Told what the answer shows, where somebody will remember the answer. */
  readonly notesShown?: (what: Shown) => void;

  constructor(
    readonly viewer: Actor | null,
    /** The caller's address, for limits. */
    readonly address: string,
    readonly startedAt: LogPosition,
    http?: Http,
  ) {
    if (http) this.http = http;
  }

  get refusal(): Unauthenticated | null {
    return this.http?.refusal ?? null;
  }
}

/** Notes what the answer of an operation shows, before it is read. */
export function noteShown(scope: object, ...what: readonly Shown[]): void {
  if (scope instanceof GraphQLContext && scope.notesShown) for (const one of what) scope.notesShown(one);
}

export function batchOf(scope: object): object {
  return scope instanceof GraphQLContext ? scope.batch : scope;
}

/**
 * Marks a field whose value depends on who looks, or that is not for everybody: then it is asked anew who may see it, for an
 * event may be executed long after it happened, for somebody who has left since. A feed executes an event once for a room's members, without a viewer;
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

/** How many entries a list without pages has at most (within a page: for each entry of it): its cost, and a promise of whoever fills it. */
export const AtMost = (entries: number): MethodDecorator & PropertyDecorator => Extensions({ atMost: entries });

/** Marks a mutation that lets somebody in or out, and nothing else: it has a limit of its own, so that it stays open beside callers who are refused. */
export const SignsIn = (): MethodDecorator & PropertyDecorator => Extensions({ signsIn: true });

/** Marks a text of up to thousands of characters, which costs as much as many short ones. */
export const LongText = (): MethodDecorator & PropertyDecorator => Extensions({ long: true });

/** Marks a list that looks through all that there is to find a page of it: few words ask for much work, however small the page. */
export const LooksThrough = (): MethodDecorator & PropertyDecorator => Extensions({ looksThrough: true });
