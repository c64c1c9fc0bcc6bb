import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Authenticator } from '../auth/index.js';
import type { Actor, GraphQLContext } from '../caller/index.js';
import { type Limit, LIMIT } from '../graphql/index.js';
import { networkOf, overrunOf } from '../runtime/index.js';
import { RateLimited } from '../errors/index.js';
import { callerAddress, InjectSettings, type Settings } from '../config/index.js';

interface Caller {
  readonly viewer: Actor | null;
  readonly address: string;
}

/** Keeps what is marked `@Limited(…)` within its limit, on every way in. */
@Injectable()
export class LimitGuard implements CanActivate {
  private readonly limiters = new Map<Limit, RateLimiterMemory>();

  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    @InjectSettings() private readonly settings: Settings,
  ) {
    if (!settings.rateLimits)
      new Logger('limits').warn('RATE_LIMITS is off: anybody may ask as much and as fast as they like.');
  }

  canActivate(context: ExecutionContext): true | Promise<true> {
    const limit = this.reflector.get<Limit | undefined>(LIMIT, context.getHandler());
    return !limit || !this.settings.rateLimits || this.isWithin(limit, context);
  }

  private async isWithin(limit: Limit, context: ExecutionContext): Promise<true> {
    const { viewer, address } = await this.callerOf(context);
    // Each token of a bot has a budget of its own: a program that runs wild leaves the others theirs.
    const account = viewer && (viewer.bot?.tokenId ?? viewer.userId);
    const caller = limit.per === 'account' && account !== null ? account : networkOf(address);
    const overrun = await overrunOf(this.limiterOf(limit), caller);
    if (overrun) throw new RateLimited(overrun.retryAfter, limit.what);
    return true;
  }

  private limiterOf(limit: Limit): RateLimiterMemory {
    const limiter =
      this.limiters.get(limit) ?? new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
    this.limiters.set(limit, limiter);
    return limiter;
  }

  private async callerOf(context: ExecutionContext): Promise<Caller> {
    if (context.getType<GqlContextType>() === 'graphql')
      return GqlExecutionContext.create(context).getContext<GraphQLContext>();
    const request = context.switchToHttp().getRequest<IncomingMessage>();
    const { actor } = await this.authenticator.callerAtTheStartOf(request);
    return { viewer: actor, address: callerAddress(request, this.settings) };
  }
}
