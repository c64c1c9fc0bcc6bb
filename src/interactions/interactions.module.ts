import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { BotsModule } from '../bots/index.js';
import { MessagesModule } from '../messages/index.js';
import { RoomsModule } from '../rooms/index.js';
import { BotCommand } from './commands/bot-command.entity.js';
import { CommandsOfRoomResolver, CommandsResolver } from './commands/commands.resolver.js';
import { CommandsService } from './commands/commands.service.js';
import { ShownCommands } from './commands/shown-commands.js';
import { InteractionRemains } from './interaction-remains.js';
import { Interaction } from './interaction.entity.js';
import { Interactions } from './interactions.js';
import { CommandInvokedResolver } from './interactions.resolver.js';
import { ShownInteractions } from './shown-interactions.js';

@Module({
  imports: [AuthModule, RoomsModule, MessagesModule, BotsModule, MikroOrmModule.forFeature([BotCommand, Interaction])],
  providers: [
    CommandInvokedResolver,
    CommandsOfRoomResolver,
    CommandsResolver,
    CommandsService,
    InteractionRemains,
    Interactions,
    ShownCommands,
    ShownInteractions,
  ],
})
export class InteractionsModule {}
