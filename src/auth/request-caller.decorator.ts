import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Actor } from '../caller/index.js';
import { type Caller, rememberedCaller } from './remembered-caller.js';

const VISITOR: Caller = { actor: null, refusal: null };

/** In a controller: who is asking, by Bearer; a visitor is met only by a handler marked `@Visitors()`. */
export const RequestCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => callerOf(context));

/** In a controller that visitors do not reach: who is asking. */
export const RequestActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  return callerOf(context).actor;
});

function callerOf(context: ExecutionContext): Caller {
  return rememberedCaller(context.switchToHttp().getRequest<IncomingMessage>()) ?? VISITOR;
}
