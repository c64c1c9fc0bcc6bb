import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, Cursor, Limited } from '../graphql/index.js';
import { UserKind, UsersService, UserType } from '../users/index.js';
import { BotConnection, BotType } from './bot.type.js';
import { CreateBotInput, DisableBotInput } from './bots.inputs.js';
import { CreateBotPayload, DisableBotPayload } from './bots.payloads.js';
import { BotsService, MAX_BOTS } from './bots.service.js';
import { ShownBots } from './shown-bots.js';

@Resolver(() => BotType)
export class BotsResolver {
  constructor(
    private readonly service: BotsService,
    private readonly shown: ShownBots,
    private readonly users: UsersService,
  ) {}

  @Query(() => BotConnection, {
    name: 'bots',
    description:
      'The bots that the viewer made, disabled ones among them; for an administrator all bots. The newest first.',
  })
  pageOfBots(
    @Context() scope: object,
    @Viewer() viewer: Actor,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<BotConnection> {
    return this.shown.bots(scope, viewer, { first: first ?? 50, after });
  }

  @Mutation(() => CreateBotPayload, {
    description: `Makes a bot, for which the viewer answers from then on. Everybody may have up to ${String(MAX_BOTS)} that are not disabled: CONFLICT beyond that. FORBIDDEN for guests. It comes into a room as people do:
somebody there adds it, and its owner has to be there too.`,
  })
  @Limited({ per: 'account', points: 30, seconds: 600, what: 'Too many new bots in a short time' })
  async createBot(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'What it is called, and what it is for.' }) input: CreateBotInput,
  ): Promise<CreateBotPayload> {
    return { bot: await this.service.createBot(viewer, input) };
  }

  @Mutation(() => DisableBotPayload, {
    description: `Disables a bot for good: its tokens and incoming webhooks end at once, its live sockets close, and no others can be made. What it said stays. For its owner, and for
administrators.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async disableBot(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The bot to disable.' }) { botId }: DisableBotInput,
  ): Promise<DisableBotPayload> {
    return { bot: await this.service.disableBot(viewer, botId) };
  }

  @ResolveField(() => UserType, { description: 'The account as which it takes part.' })
  user(@Parent() { userId }: BotType, @Context() scope: object): Promise<UserType> {
    return this.shownUser(scope, userId);
  }

  @ResolveField(() => UserType, { description: 'Who made it and answers for it.' })
  owner(@Parent() { ownerId }: BotType, @Context() scope: object): Promise<UserType> {
    return this.shownUser(scope, ownerId);
  }

  private async shownUser(scope: object, id: string): Promise<UserType> {
    return UserType.of(await this.users.get(scope, id));
  }
}

@Resolver(() => UserType)
export class BotOfUserResolver {
  constructor(private readonly shown: ShownBots) {}

  @ResolveField('bot', () => BotType, {
    nullable: true,
    description: 'For a BOT, whose it is and what it is for; null for everybody else.',
  })
  ofAccount(@Parent() { id, kind }: UserType, @Context() scope: object): Promise<BotType | null> | null {
    return kind === UserKind.BOT ? this.shown.ofAccount(scope, id) : null;
  }
}
