import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { MessagesModule } from '../messages/index.js';
import { SavedMessage } from './saved-message.entity.js';
import { SavedMessagesChangedResolver, SavedMessagesResolver, SavedStateResolver } from './saved-messages.resolver.js';
import { SavedMessagesService } from './saved-messages.service.js';
import { SavedRemains } from './saved-remains.js';
import { ShownSavedMessages } from './shown-saved-messages.js';

@Module({
  imports: [AuthModule, MessagesModule, MikroOrmModule.forFeature([SavedMessage])],
  providers: [
    SavedMessagesChangedResolver,
    SavedMessagesResolver,
    SavedMessagesService,
    SavedRemains,
    SavedStateResolver,
    ShownSavedMessages,
  ],
})
export class SavedMessagesModule {}
