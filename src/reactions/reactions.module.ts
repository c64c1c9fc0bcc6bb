import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { MessagesModule } from '../messages/index.js';
import { RoomsModule } from '../rooms/index.js';
import { UsersModule } from '../users/index.js';
import {
  MessageReactionsResolver,
  ReactionUsersResolver,
  ViewerReactionsResolver,
} from './message-reactions.resolver.js';
import { ReactionAddedResolver, ReactionRemovedResolver } from './reaction-events.resolver.js';
import { Reaction } from './reaction.entity.js';
import { ReactionsResolver } from './reactions.resolver.js';
import { ReactionsService } from './reactions.service.js';
import { ShownReactions } from './shown-reactions.js';

@Module({
  imports: [UsersModule, RoomsModule, MessagesModule, MikroOrmModule.forFeature([Reaction])],
  providers: [
    MessageReactionsResolver,
    ReactionAddedResolver,
    ReactionRemovedResolver,
    ReactionUsersResolver,
    ReactionsResolver,
    ReactionsService,
    ShownReactions,
    ViewerReactionsResolver,
  ],
})
export class ReactionsModule {}
