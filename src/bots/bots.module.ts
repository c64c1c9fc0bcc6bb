import { Module, type OnModuleInit } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { MessagesModule } from '../messages/index.js';
import { Nodes } from '../nodes/index.js';
import { RoomsModule } from '../rooms/index.js';
import { UsersModule } from '../users/index.js';
import { BotRemains } from './bot-remains.js';
import { Bot } from './bot.entity.js';
import { BotsOfDeletedAccounts } from './bots-of-deleted-accounts.js';
import { BotOfUserResolver, BotsResolver } from './bots.resolver.js';
import { BotsService } from './bots.service.js';
import { KeptBots } from './kept-bots.js';
import { ShownBots } from './shown-bots.js';
import { BotToken } from './tokens/bot-token.entity.js';
import { BotTokensResolver, RoomsOfTokenResolver } from './tokens/bot-tokens.resolver.js';
import { BotTokensService } from './tokens/bot-tokens.service.js';
import { ShownTokens } from './tokens/shown-tokens.js';
import { TokensDoor } from './tokens/tokens-door.js';
import { Deliveries } from './webhooks/deliveries.js';
import { HooksController } from './webhooks/hooks.controller.js';
import { IncomingWebhook } from './webhooks/incoming-webhook.entity.js';
import { IncomingWebhooksResolver, WebhooksOfBotResolver } from './webhooks/incoming-webhooks.resolver.js';
import { IncomingWebhooksService } from './webhooks/incoming-webhooks.service.js';
import { ShownWebhooks } from './webhooks/shown-webhooks.js';

@Module({
  imports: [
    UsersModule,
    AuthModule,
    RoomsModule,
    MessagesModule,
    MikroOrmModule.forFeature([Bot, BotToken, IncomingWebhook]),
  ],
  controllers: [HooksController],
  providers: [
    BotOfUserResolver,
    BotRemains,
    BotsOfDeletedAccounts,
    BotsResolver,
    BotsService,
    BotTokensResolver,
    BotTokensService,
    Deliveries,
    IncomingWebhooksResolver,
    IncomingWebhooksService,
    KeptBots,
    RoomsOfTokenResolver,
    ShownBots,
    ShownTokens,
    ShownWebhooks,
    TokensDoor,
    WebhooksOfBotResolver,
  ],
  exports: [BotRemains, KeptBots, ShownBots],
})
export class BotsModule implements OnModuleInit {
  constructor(
    private readonly nodes: Nodes,
    private readonly bots: ShownBots,
    private readonly tokens: ShownTokens,
    private readonly webhooks: ShownWebhooks,
  ) {}

  onModuleInit(): void {
    const { nodes, bots, tokens, webhooks } = this;
    nodes.register({ typeName: 'Bot', find: (scope, _viewer, id) => bots.withId(scope, id) });
    nodes.register({ typeName: 'BotToken', find: (scope, viewer, id) => tokens.withId(scope, viewer, id) });
    nodes.register({ typeName: 'IncomingWebhook', find: (scope, viewer, id) => webhooks.withId(scope, viewer, id) });
  }
}
