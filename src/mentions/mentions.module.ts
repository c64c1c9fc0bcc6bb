import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { MessagesModule } from '../messages/index.js';
import { ThreadsModule } from '../threads/index.js';
import { UsersModule } from '../users/index.js';
import { KnownPeople } from './known-people.js';
import { Mentioned } from './mentioned.js';
import {
  MessageDeletedMentionResolver,
  MessageEditedMentionResolver,
  MessageSentMentionResolver,
} from './mention-events.resolver.js';
import { ActivityResolver, MessageMentionsResolver } from './mentions.resolver.js';
import { MentionsService } from './mentions.service.js';
import { MessageAnswer } from './message-answer.entity.js';
import { MessageMention } from './message-mention.entity.js';
import { RoomMention } from './room-mention.entity.js';
import { ShownMentions } from './shown-mentions.js';

@Module({
  imports: [
    UsersModule,
    MessagesModule,
    ThreadsModule,
    MikroOrmModule.forFeature([MessageAnswer, MessageMention, RoomMention]),
  ],
  providers: [
    ActivityResolver,
    KnownPeople,
    Mentioned,
    MentionsService,
    MessageDeletedMentionResolver,
    MessageEditedMentionResolver,
    MessageMentionsResolver,
    MessageSentMentionResolver,
    ShownMentions,
  ],
  exports: [Mentioned],
})
export class MentionsModule {}
