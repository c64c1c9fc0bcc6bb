import type { IncomingMessage } from 'node:http';
import type { Actor } from '../caller/index.js';
import type { Unauthenticated } from '../errors/index.js';

/** Who is asking: somebody, or a visitor, and what was wrong with the token that the visitor sent, if any. */
export interface Caller {
  readonly actor: Actor | null;
  readonly refusal: Unauthenticated | null;
}

const callers = new WeakMap<IncomingMessage, Caller>();

export function rememberCaller(request: IncomingMessage, caller: Caller): Caller {
  callers.set(request, caller);
  return caller;
}

export function rememberedCaller(request: IncomingMessage): Caller | undefined {
  return callers.get(request);
}
