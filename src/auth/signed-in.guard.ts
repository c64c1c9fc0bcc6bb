import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { IncomingMessage } from 'node:http';
import type { GraphQLContext } from '../caller/index.js';
import { Unauthenticated } from '../errors/index.js';
import { Authenticator } from './authenticator.js';
import type { Caller } from './remembered-caller.js';
import { FOR_VISITORS } from './visitors.decorator.js';

/** Closed by default: whatever is not marked `@Visitors()` needs somebody who is signed in, on every way in. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const open = this.reflector.getAllAndOverride<boolean | undefined>(FOR_VISITORS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const { actor, refusal } = await this.callerOf(context);
    if (!open && !actor) throw refusal ?? new Unauthenticated();
    return true;
  }

  private async callerOf(context: ExecutionContext): Promise<Caller> {
    if (context.getType<GqlContextType>() === 'graphql') {
      const { viewer, refusal } = GqlExecutionContext.create(context).getContext<GraphQLContext>();
      return { actor: viewer, refusal };
    }
    return this.authenticator.callerAtTheStartOf(context.switchToHttp().getRequest<IncomingMessage>());
  }
}
