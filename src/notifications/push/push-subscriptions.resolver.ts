import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../../auth/index.js';
import { type Actor, Viewer } from '../../caller/index.js';
import { AtMost, Limited } from '../../graphql/index.js';
import { ServerInfo } from '../../server-info/index.js';
import { PushDeliveryType } from './push-delivery.type.js';
import { PushKeys } from './push-keys.js';
import { PushSubscriptionType } from './push-subscription.type.js';
import {
  RegisterPushSubscriptionInput,
  RegisterPushSubscriptionPayload,
  RemovePushSubscriptionInput,
  RemovePushSubscriptionPayload,
  TestPushSubscriptionInput,
  TestPushSubscriptionPayload,
} from './push-subscriptions.inputs.js';
import { MAX_PUSH_SUBSCRIPTIONS, PushSubscriptionsService } from './push-subscriptions.service.js';
import { SHOWN_DELIVERIES, ShownPushSubscriptions } from './shown-push-subscriptions.js';

@Resolver(() => ViewerType)
export class PushSubscriptionsResolver {
  constructor(
    private readonly service: PushSubscriptionsService,
    private readonly shown: ShownPushSubscriptions,
  ) {}

  @Mutation(() => RegisterPushSubscriptionPayload, {
    description: `Has a browser notified of messages while the client is closed there, until this session ends or it is removed. Twice is no error, so that a client says it each time it
starts. What somebody else registered at the same endpoint is theirs no more. Up to ${String(MAX_PUSH_SUBSCRIPTIONS)} devices, CONFLICT beyond that; FORBIDDEN where this server sends no Web Push.`,
  })
  @Limited({ per: 'account', points: 30, seconds: 60 })
  async registerPushSubscription(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'The browser. What is at fault is named in `extensions.field`.' })
    input: RegisterPushSubscriptionInput,
  ): Promise<RegisterPushSubscriptionPayload> {
    return { pushSubscription: await this.service.registerPushSubscription(viewer, input) };
  }

  @Mutation(() => RemovePushSubscriptionPayload, { description: 'Has a device of the viewer notified no more.' })
  @Limited({ per: 'account', points: 60, seconds: 60 })
  async removePushSubscription(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which one.' }) { id }: RemovePushSubscriptionInput,
  ): Promise<RemovePushSubscriptionPayload> {
    await this.service.removePushSubscription(viewer, id);
    return { ok: true };
  }

  @Mutation(() => TestPushSubscriptionPayload, {
    description: 'Notifies a device of the viewer once, whatever their settings say, to see whether that works.',
  })
  @Limited({ per: 'account', points: 10, seconds: 60, what: 'Too many tests in a short time' })
  async testPushSubscription(
    @Viewer() viewer: Actor,
    @Args('input', { description: 'Which one.' }) { id }: TestPushSubscriptionInput,
  ): Promise<TestPushSubscriptionPayload> {
    await this.service.testPushSubscription(viewer, id);
    return { ok: true };
  }

  @ResolveField('pushSubscriptions', () => [PushSubscriptionType], {
    description: `The devices on which the viewer is notified while the client is closed, the one registered last first; at most ${String(MAX_PUSH_SUBSCRIPTIONS)}. Nobody else sees them.`,
  })
  @AtMost(MAX_PUSH_SUBSCRIPTIONS)
  subscriptionsOfViewer(@Viewer() viewer: Actor): Promise<PushSubscriptionType[]> {
    return this.shown.of(viewer);
  }
}

@Resolver(() => PushSubscriptionType)
export class PushDeliveriesResolver {
  constructor(private readonly shown: ShownPushSubscriptions) {}

  @ResolveField(() => [PushDeliveryType], {
    description: `What it was told last, and what became of that: up to ${String(SHOWN_DELIVERIES)}, the newest first.`,
  })
  @AtMost(SHOWN_DELIVERIES)
  deliveries(@Parent() { id }: PushSubscriptionType, @Context() scope: object): Promise<PushDeliveryType[]> {
    return this.shown.deliveriesTo(scope, id);
  }
}

@Resolver(() => ServerInfo)
export class PushPublicKeyResolver {
  constructor(private readonly keys: PushKeys) {}

  @ResolveField(() => String, {
    nullable: true,
    description:
      'The public key for Web Push (RFC 8292), in base64url: what a browser subscribes with. Null where this server sends no Web Push.',
  })
  pushPublicKey(): string | null {
    return this.keys.current?.publicKey ?? null;
  }
}
