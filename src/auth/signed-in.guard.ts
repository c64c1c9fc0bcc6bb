import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { IncomingMessage } from 'node:http';
import { type BotGrant, type BotScope, FOR_BOTS, type GraphQLContext } from '../caller/index.js';
import { Unauthenticated } from '../errors/index.js';
import { NotForBots, ScopeMissing } from './auth.errors.js';
import { Authenticator } from './authenticator.js';
import type { Caller } from './remembered-caller.js';
import { FOR_VISITORS } from './visitors.decorator.js';

/** Closed by default: whatever is not marked `@Visitors()` needs somebody who is signed in, and whatever is not marked `@Bots()` needs a person, on every way in. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  /** At once for an operation, whose caller is known: a promise for each field would cost more than the question. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const isOpen = this.reflector.getAllAndOverride<boolean | undefined>(FOR_VISITORS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const letIn = ({ actor, refusal }: Caller): true => {
      if (!isOpen && !actor) throw refusal ?? new Unauthenticated();
      if (actor?.bot) this.assertOpenTo(actor.bot, context);
      return true;
    };
    if (context.getType<GqlContextType>() === 'graphql') {
      const { viewer, refusal } = GqlExecutionContext.create(context).getContext<GraphQLContext>();
      return letIn({ actor: viewer, refusal });
    }
    // Also where visitors may come in: whoever answers them looks at who they are.
    return this.authenticator.callerAtTheStartOf(context.switchToHttp().getRequest<IncomingMessage>()).then(letIn);
  }

  private assertOpenTo({ scopes }: BotGrant, context: ExecutionContext): void {
    const needed = this.reflector.get<readonly BotScope[] | undefined>(FOR_BOTS, context.getHandler());
    if (!needed) throw new NotForBots();
    const missing = needed.filter((scope) => !scopes.has(scope));
    if (missing.length > 0) throw new ScopeMissing(missing);
  }
}
