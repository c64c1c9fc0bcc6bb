import { Module, type OnModuleInit } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { BotsModule } from '../bots/index.js';
import { FeedModule } from '../feed/index.js';
import { MentionsModule } from '../mentions/index.js';
import { Nodes } from '../nodes/index.js';
import { RoomsModule } from '../rooms/index.js';
import { ConsumerConnections } from './consumer-connections.js';
import { ConsumerLag } from './consumer-lag.js';
import { Consumer } from './consumer.entity.js';
import { ConsumersOfDeletedAccounts } from './consumers-of-deleted-accounts.js';
import { ConsumerResolver, ConsumersOfBotResolver, ConsumersResolver } from './consumers.resolver.js';
import { ConsumersService } from './consumers.service.js';
import { KeptConsumers } from './kept-consumers.js';
import { ShownConsumers } from './shown-consumers.js';

@Module({
  imports: [AuthModule, BotsModule, FeedModule, MentionsModule, RoomsModule, MikroOrmModule.forFeature([Consumer])],
  providers: [
    ConsumerConnections,
    ConsumerLag,
    ConsumerResolver,
    ConsumersOfBotResolver,
    ConsumersOfDeletedAccounts,
    ConsumersResolver,
    ConsumersService,
    KeptConsumers,
    ShownConsumers,
  ],
  exports: [ConsumerLag],
})
export class ConsumersModule implements OnModuleInit {
  constructor(
    private readonly nodes: Nodes,
    private readonly shown: ShownConsumers,
  ) {}

  onModuleInit(): void {
    const { nodes, shown } = this;
    nodes.register({ typeName: 'Consumer', find: (scope, viewer, id) => shown.withId(scope, viewer, id) });
  }
}
