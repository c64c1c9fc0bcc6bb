import { Module, type OnModuleInit } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { BotsModule } from '../bots/index.js';
import { ConsumersModule } from '../consumers/index.js';
import { FeedModule } from '../feed/index.js';
import { MentionsModule } from '../mentions/index.js';
import { Nodes } from '../nodes/index.js';
import { OutgoingModule } from '../outgoing/index.js';
import { UsersModule } from '../users/index.js';
import { DeliveryQueue } from './delivery-queue.js';
import { DeliverySending } from './delivery-sending.js';
import { EventBody } from './event-body.js';
import { Receiver } from './receiver.js';
import { RemovedWebhooks } from './removed-webhooks.js';
import { Selections } from './selections.js';
import { ShownWebhooks } from './shown-webhooks.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookFeeds } from './webhook-feeds.js';
import { WebhookGuard } from './webhook-guard.js';
import { Webhook } from './webhook.entity.js';
import { WebhookResolver, WebhooksOfBotResolver, WebhooksResolver } from './webhooks.resolver.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  imports: [
    AuthModule,
    BotsModule,
    ConsumersModule,
    FeedModule,
    MentionsModule,
    OutgoingModule,
    UsersModule,
    MikroOrmModule.forFeature([Webhook, WebhookDelivery]),
  ],
  providers: [
    DeliveryQueue,
    DeliverySending,
    EventBody,
    Receiver,
    RemovedWebhooks,
    Selections,
    ShownWebhooks,
    WebhookFeeds,
    WebhookGuard,
    WebhookResolver,
    WebhooksOfBotResolver,
    WebhooksResolver,
    WebhooksService,
  ],
  exports: [Selections],
})
export class WebhooksModule implements OnModuleInit {
  constructor(
    private readonly nodes: Nodes,
    private readonly shown: ShownWebhooks,
  ) {}

  onModuleInit(): void {
    const { nodes, shown } = this;
    nodes.register({ typeName: 'Webhook', find: (scope, viewer, id) => shown.withId(scope, viewer, id) });
    nodes.register({ typeName: 'Delivery', find: (scope, viewer, id) => shown.deliveryWithId(scope, viewer, id) });
  }
}
