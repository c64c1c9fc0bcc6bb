import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../../caller/index.js';
import { AtMost, Limited, ViewerDependent } from '../../graphql/index.js';
import { RoomType } from '../../rooms/index.js';
import { BotType } from '../bot.type.js';
import { BotTokenType } from './bot-token.type.js';
import { CreateBotTokenInput, RevokeBotTokenInput } from './bot-tokens.inputs.js';
import { CreateBotTokenPayload, RevokeBotTokenPayload } from './bot-tokens.payloads.js';
import { BotTokensService, MAX_ROOMS_OF_TOKEN, MAX_TOKENS } from './bot-tokens.service.js';
import { ShownTokens } from './shown-tokens.js';

@Resolver(() => BotType)
export class BotTokensResolver {
  constructor(
    private readonly tokens: BotTokensService,
    private readonly shown: ShownTokens,
  ) {}

  @Mutation(() => CreateBotTokenPayload, {
    description: `Makes a token for a bot of the viewer. A bot has up to ${String(MAX_TOKENS)} of them: CONFLICT beyond that, and for a bot that is disabled. FORBIDDEN or NOT_FOUND for a room
that the viewer is not in.`,
  })
  @Limited({ per: 'account', points: 60, seconds: 600 })
  createBotToken(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The bot, and what its token opens.' }) input: CreateBotTokenInput,
  ): Promise<CreateBotTokenPayload> {
    return this.tokens.createBotToken(viewer, input);
  }

  @Mutation(() => RevokeBotTokenPayload, {
    description: 'Ends a token at once: its live sockets close. For the owner of its bot, and for administrators.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async revokeBotToken(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The token to end.' }) { tokenId }: RevokeBotTokenInput,
  ): Promise<RevokeBotTokenPayload> {
    return { bot: await this.tokens.revokeBotToken(viewer, tokenId) };
  }

  @ResolveField('tokens', () => [BotTokenType], {
    nullable: true,
    description: `Those that were not revoked, the newest first, up to ${String(MAX_TOKENS)}; for its owner and administrators, null for others.`,
  })
  @ViewerDependent()
  @AtMost(MAX_TOKENS)
  standing(
    @Parent() bot: BotType,
    @Context() scope: object,
    @Viewer() viewer: Actor | null,
  ): Promise<BotTokenType[] | null> {
    return this.shown.of(scope, viewer, bot);
  }
}

@Resolver(() => BotTokenType)
export class RoomsOfTokenResolver {
  constructor(private readonly shown: ShownTokens) {}

  @ResolveField('rooms', () => [RoomType], {
    nullable: true,
    description: `The rooms that it is for, up to ${String(MAX_ROOMS_OF_TOKEN)}, as far as the viewer may see them; null where it is for all rooms of the bot.`,
  })
  @ViewerDependent()
  @AtMost(MAX_ROOMS_OF_TOKEN)
  roomsOf(@Parent() token: BotTokenType, @Viewer() viewer: Actor | null): Promise<RoomType[] | null> {
    return this.shown.roomsOf(viewer, token);
  }
}
