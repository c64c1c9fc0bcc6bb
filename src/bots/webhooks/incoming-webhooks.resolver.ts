import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../../caller/index.js';
import { AtMost, Limited, ViewerDependent } from '../../graphql/index.js';
import { RoomAccess, RoomType } from '../../rooms/index.js';
import { BotType } from '../bot.type.js';
import { ShownBots } from '../shown-bots.js';
import { IncomingWebhookType } from './incoming-webhook.type.js';
import { CreateIncomingWebhookInput, DeleteIncomingWebhookInput } from './incoming-webhooks.inputs.js';
import { CreateIncomingWebhookPayload, DeleteIncomingWebhookPayload } from './incoming-webhooks.payloads.js';
import { IncomingWebhooksService, MAX_WEBHOOKS_OF_BOT } from './incoming-webhooks.service.js';
import { ShownWebhooks } from './shown-webhooks.js';

@Resolver(() => IncomingWebhookType)
export class IncomingWebhooksResolver {
  constructor(
    private readonly webhooks: IncomingWebhooksService,
    private readonly access: RoomAccess,
    private readonly bots: ShownBots,
  ) {}

  @Mutation(() => CreateIncomingWebhookPayload, {
    description:
      'Makes an address by which other services post into a room: for its owner and moderators. A bot of theirs is made for it, and comes into the room at once.',
  })
  @Limited({ per: 'account', points: 30, seconds: 600, what: 'Too many new webhooks in a short time' })
  createIncomingWebhook(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Where it posts, and what it is called.' }) input: CreateIncomingWebhookInput,
  ): Promise<CreateIncomingWebhookPayload> {
    return this.webhooks.createIncomingWebhook(viewer, input);
  }

  @Mutation(() => DeleteIncomingWebhookPayload, {
    description:
      'Deletes an incoming webhook at once, and disables its bot. What was posted by it stays. For the owner of its bot, and for administrators.',
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async deleteIncomingWebhook(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The webhook to delete.' }) { webhookId }: DeleteIncomingWebhookInput,
  ): Promise<DeleteIncomingWebhookPayload> {
    await this.webhooks.deleteIncomingWebhook(viewer, webhookId);
    return { ok: true };
  }

  @ResolveField(() => RoomType, { description: 'Where it posts.' })
  async room(@Parent() { roomId }: IncomingWebhookType, @Context() scope: object): Promise<RoomType> {
    return RoomType.of(await this.access.room(scope, roomId));
  }

  @ResolveField('bot', () => BotType, { description: 'The bot as which it posts.' })
  postsAs(@Parent() { botId }: IncomingWebhookType, @Context() scope: object): Promise<BotType> {
    return this.bots.get(scope, botId);
  }
}

@Resolver(() => BotType)
export class WebhooksOfBotResolver {
  constructor(private readonly shown: ShownWebhooks) {}

  @ResolveField('incomingWebhooks', () => [IncomingWebhookType], {
    nullable: true,
    description: `The addresses by which other services post as this bot, the newest first; for its owner and administrators, null for others.`,
  })
  @ViewerDependent()
  @AtMost(MAX_WEBHOOKS_OF_BOT)
  webhooksOf(
    @Parent() bot: BotType,
    @Context() scope: object,
    @Viewer() viewer: Actor | null,
  ): Promise<IncomingWebhookType[] | null> {
    return this.shown.of(scope, viewer, bot);
  }
}
