import { SetMetadata } from '@nestjs/common';
import type { BotScope } from './bot-grant.js';

export const FOR_BOTS = Symbol('for bots');

/** Opens something to bots whose token has these scopes. Whatever is not marked is closed to every bot. */
export const Bots = (...scopes: readonly BotScope[]): MethodDecorator => SetMetadata(FOR_BOTS, scopes);
