import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BotType, ShownBots } from '../bots/index.js';
import { type Actor, Viewer } from '../caller/index.js';
import { MAX_LAG } from '../consumers/index.js';
import { AFTER_IN_LIST, AtMost, Cursor, Limited, LooksThrough, ViewerDependent } from '../graphql/index.js';
import { DeliveryConnection, DeliveryState } from './delivery.type.js';
import { ShownWebhooks } from './shown-webhooks.js';
import { WebhookConnection, WebhookType } from './webhook.type.js';
import {
  CreateWebhookInput,
  DeleteWebhookInput,
  PauseWebhookInput,
  RedeliverInput,
  RotateWebhookSecretInput,
  UpdateWebhookInput,
} from './webhooks.inputs.js';
import {
  CreateWebhookPayload,
  DeleteWebhookPayload,
  PauseWebhookPayload,
  RedeliverPayload,
  RotateWebhookSecretPayload,
  UpdateWebhookPayload,
} from './webhooks.payloads.js';
import { MAX_WEBHOOKS, WebhooksService } from './webhooks.service.js';

const FIRST = { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' } as const;
const AFTER = { type: () => Cursor, nullable: true, description: AFTER_IN_LIST } as const;

@Resolver()
export class WebhooksResolver {
  constructor(
    private readonly service: WebhooksService,
    private readonly shown: ShownWebhooks,
  ) {}

  @Query(() => WebhookConnection, {
    name: 'webhooks',
    description: "The webhooks of the viewer's bots; for an administrator all. The newest first.",
  })
  pageOfWebhooks(
    @Viewer() viewer: Actor,
    @Args('roomId', {
      type: () => ID,
      nullable: true,
      description: 'Only those whose filter names this room.',
    })
    roomId: string | null | undefined,
    @Args('first', FIRST) first: number | null | undefined,
    @Args('after', AFTER) after: string | null | undefined,
  ): Promise<WebhookConnection> {
    return this.shown.webhooks(viewer, { first: first ?? 50, after, roomId });
  }

  @Mutation(() => CreateWebhookPayload, {
    description: `Makes a webhook, which sends what its bot sees from now on: up to ${String(MAX_WEBHOOKS)} for a bot, CONFLICT beyond that. For the bot's owner.`,
  })
  @Limited({ per: 'account', points: 30, seconds: 600, what: 'Too many new webhooks in a short time' })
  createWebhook(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'What is posted where.' }) input: CreateWebhookInput,
  ): Promise<CreateWebhookPayload> {
    return this.service.createWebhook(viewer, input);
  }

  @Mutation(() => UpdateWebhookPayload, {
    description: "Changes where a webhook posts, which events, or what of them. For its bot's owner.",
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async updateWebhook(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'What changes.' }) input: UpdateWebhookInput,
  ): Promise<UpdateWebhookPayload> {
    return { webhook: await this.service.updateWebhook(viewer, input) };
  }

  @Mutation(() => RotateWebhookSecretPayload, {
    description:
      "Gives a webhook a new secret. For a day the one before signs as well, so that the receiver can change over. For its bot's owner.",
  })
  @Limited({ per: 'account', points: 30, seconds: 60 })
  rotateWebhookSecret(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which one.' }) { webhookId }: RotateWebhookSecretInput,
  ): Promise<RotateWebhookSecretPayload> {
    return this.service.rotateWebhookSecret(viewer, webhookId);
  }

  @Mutation(() => PauseWebhookPayload, {
    description:
      "Pauses a webhook, or continues it: nothing is passed over meanwhile. For its bot's owner, and for administrators.",
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async pauseWebhook(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which one, and whether it sends.' }) { webhookId, isPaused }: PauseWebhookInput,
  ): Promise<PauseWebhookPayload> {
    return { webhook: await this.service.pauseWebhook(viewer, webhookId, isPaused) };
  }

  @Mutation(() => DeleteWebhookPayload, {
    description:
      "Deletes a webhook: nothing more is sent, also of what is PENDING. For its bot's owner, and for administrators.",
  })
  @Limited({ per: 'account', points: 120, seconds: 60 })
  async deleteWebhook(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which one.' }) { webhookId }: DeleteWebhookInput,
  ): Promise<DeleteWebhookPayload> {
    await this.service.deleteWebhook(viewer, webhookId);
    return { ok: true };
  }

  @Mutation(() => RedeliverPayload, {
    description:
      "Sends again what is DEAD: these deliveries, or all. They come out of order, with the `webhook-id` that they had. For its bot's owner.",
  })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async redeliver(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'What is sent again.' }) input: RedeliverInput,
  ): Promise<RedeliverPayload> {
    return { webhook: await this.service.redeliver(viewer, input) };
  }
}

@Resolver(() => WebhookType)
export class WebhookResolver {
  constructor(
    private readonly shown: ShownWebhooks,
    private readonly bots: ShownBots,
  ) {}

  @ResolveField('bot', () => BotType, { description: 'Whose feed and rights they are.' })
  botOf(@Parent() { botId }: WebhookType, @Context() scope: object): Promise<BotType> {
    return this.bots.get(scope, botId);
  }

  @ResolveField(() => Int, {
    description: `Events that are still to be delivered: those that are PENDING, and those after them that pass the filter; counted up to ${MAX_LAG.toLocaleString('en')}.`,
  })
  @LooksThrough()
  lag(@Parent() webhook: WebhookType): Promise<number> {
    return this.shown.lag(webhook);
  }

  @ResolveField(() => DeliveryConnection, { description: 'What was sent and is to be sent, the newest first.' })
  deliveries(
    @Parent() webhook: WebhookType,
    @Args('state', { type: () => DeliveryState, nullable: true, description: 'Only those that are so far.' })
    state: DeliveryState | null | undefined,
    @Args('first', FIRST) first: number | null | undefined,
    @Args('after', AFTER) after: string | null | undefined,
  ): Promise<DeliveryConnection> {
    return this.shown.deliveries(webhook, { first: first ?? 50, after, state });
  }
}

@Resolver(() => BotType)
export class WebhooksOfBotResolver {
  constructor(private readonly shown: ShownWebhooks) {}

  @ResolveField('webhooks', () => [WebhookType], {
    nullable: true,
    description: `The addresses that what it sees is posted to, up to ${String(MAX_WEBHOOKS)}, the newest first; for its owner and administrators, null for others.`,
  })
  @ViewerDependent()
  @AtMost(MAX_WEBHOOKS)
  webhooksOf(
    @Parent() bot: BotType,
    @Context() scope: object,
    @Viewer() viewer: Actor | null,
  ): Promise<WebhookType[] | null> {
    return this.shown.of(scope, viewer, bot);
  }
}
