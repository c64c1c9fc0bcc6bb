import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Actor } from '../common/index.js';

const actors = new WeakMap<IncomingMessage, Actor | null>();

export function rememberActor(request: IncomingMessage, actor: Actor | null): void {
  actors.set(request, actor);
}

/** In a controller: who is asking, by Bearer; null for a visitor, whom only a handler marked `@Visitors()` meets. */
export const RequestActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  return actors.get(context.switchToHttp().getRequest<IncomingMessage>()) ?? null;
});
