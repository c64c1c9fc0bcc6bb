import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { IncomingMessage } from 'node:http';
import { type Actor, type GraphQLContext, Unauthenticated } from '../common/index.js';
import { Authenticator } from './authenticator.js';
import { rememberActor } from './request-actor.decorator.js';
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
    const actor = await this.actorOf(context);
    if (!open && !actor) throw new Unauthenticated();
    return true;
  }

  private async actorOf(context: ExecutionContext): Promise<Actor | null> {
    if (context.getType<GqlContextType>() === 'graphql') {
      return GqlExecutionContext.create(context).getContext<GraphQLContext>().viewer;
    }
    const request = context.switchToHttp().getRequest<IncomingMessage>();
    const actor = await this.authenticator.actorOrVisitor(request.headers.authorization);
    rememberActor(request, actor);
    return actor;
  }
}
