import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { MessagesModule } from '../messages/index.js';
import { SavedMessage } from './saved-message.entity.js';
import { SavedMessagesChangedResolver, SavedMessagesResolver, SavedStateResolver } from './saved-messages.resolver.js';
import { SavedMessagesService } from './saved-messages.service.js';
import { ShownSavedMessages } from './shown-saved-messages.js';

@Module({
  imports: [MessagesModule, MikroOrmModule.forFeature([SavedMessage])],
  providers: [
    SavedMessagesChangedResolver,
    SavedMessagesResolver,
    SavedMessagesService,
    SavedStateResolver,
    ShownSavedMessages,
  ],
})
export class SavedMessagesModule {}
