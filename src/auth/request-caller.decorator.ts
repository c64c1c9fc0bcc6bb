import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Actor } from '../caller/index.js';
import type { Caller } from './authenticator.js';

const VISITOR: Caller = { actor: null, refusal: null };
const callers = new WeakMap<IncomingMessage, Caller>();

export function rememberCaller(request: IncomingMessage, caller: Caller): void {
  callers.set(request, caller);
}

/** In a controller: who is asking, by Bearer; a visitor is met only by a handler marked `@Visitors()`. */
export const RequestCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => callerOf(context));

/** In a controller that visitors do not reach: who is asking. */
export const RequestActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  return callerOf(context).actor;
});

function callerOf(context: ExecutionContext): Caller {
  return callers.get(context.switchToHttp().getRequest<IncomingMessage>()) ?? VISITOR;
}
