import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { FeedModule } from '../feed/index.js';
import { MentionsModule } from '../mentions/index.js';
import { RoomsModule } from '../rooms/index.js';
import { ConsumerConnections } from './consumer-connections.js';
import { ConsumerLag } from './consumer-lag.js';
import { Consumer } from './consumer.entity.js';
import { ConsumersOfDeletedAccounts } from './consumers-of-deleted-accounts.js';
import { ConsumerResolver, ConsumersResolver } from './consumers.resolver.js';
import { ConsumersService } from './consumers.service.js';
import { KeptConsumers } from './kept-consumers.js';

@Module({
  imports: [AuthModule, FeedModule, MentionsModule, RoomsModule, MikroOrmModule.forFeature([Consumer])],
  providers: [
    ConsumerConnections,
    ConsumerLag,
    ConsumerResolver,
    ConsumersOfDeletedAccounts,
    ConsumersResolver,
    ConsumersService,
    KeptConsumers,
  ],
})
export class ConsumersModule {}
