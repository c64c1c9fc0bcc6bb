import { Module, type OnModuleInit } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { DirectRoomsModule } from '../direct-rooms/index.js';
import { FilesModule } from '../files/index.js';
import { Nodes } from '../nodes/index.js';
import { RoomsModule } from '../rooms/index.js';
import { ThreadsModule } from '../threads/index.js';
import { UsersModule } from '../users/index.js';
import { DeletedFilesReactor } from './deleted-files.reactor.js';
import { FreshMessages } from './fresh-messages.js';
import { MessageAccess } from './message-access.js';
import { MessageAnswers } from './message-answers.js';
import { MessageDeletion } from './message-deletion.js';
import { MessageEdits } from './message-edits.js';
import { MessageErasure } from './message-erasure.js';
import { MessageEventResolver } from './message-events.resolver.js';
import { MessageHistory } from './message-history.js';
import { MessageMentions } from './message-mentions.js';
import { MessagePosting } from './message-posting.js';
import { MessageViewerStateResolver } from './message-viewer-state.resolver.js';
import { Message } from './message.entity.js';
import { MessagesOfDeletedAccounts } from './messages-of-deleted-accounts.js';
import { MessagesOfDeletedRooms } from './messages-of-deleted-rooms.js';
import { MessagesResolver } from './messages.resolver.js';
import { MessagesService } from './messages.service.js';
import { NamedMessages } from './named-messages.js';
import { PinnedMessages } from './pinned-messages.js';
import { PinsResolver } from './pins.resolver.js';
import { PinsService } from './pins.service.js';
import { EventsAroundMessagesResolver, RoomMessagesResolver } from './room-messages.resolver.js';
import { ShownMessages } from './shown-messages.js';
import { RetentionSweep } from './retention/retention.sweep.js';
import { MessageStreams } from './streaming/message-streams.js';
import { StreamEnds } from './streaming/stream-ends.js';
import { StreamWatch } from './streaming/stream-watch.js';
import { RoomStreamsResolver, StreamMessageResolver } from './streaming/streaming.resolver.js';
import { StreamingService } from './streaming/streaming.service.js';
import {
  ThreadMessageEventResolver,
  ThreadMessagesResolver,
  ThreadsOfMessagesResolver,
} from './thread-messages.resolver.js';

@Module({
  imports: [
    UsersModule,
    AuthModule,
    RoomsModule,
    DirectRoomsModule,
    FilesModule,
    ThreadsModule,
    MikroOrmModule.forFeature([Message]),
  ],
  providers: [
    DeletedFilesReactor,
    EventsAroundMessagesResolver,
    FreshMessages,
    MessageAccess,
    MessageAnswers,
    MessageDeletion,
    MessageEdits,
    MessageErasure,
    MessageEventResolver,
    MessageHistory,
    MessageMentions,
    MessagePosting,
    MessageStreams,
    MessageViewerStateResolver,
    MessagesOfDeletedAccounts,
    MessagesOfDeletedRooms,
    MessagesResolver,
    MessagesService,
    NamedMessages,
    PinnedMessages,
    PinsResolver,
    PinsService,
    RetentionSweep,
    RoomMessagesResolver,
    RoomStreamsResolver,
    ShownMessages,
    StreamEnds,
    StreamingService,
    StreamMessageResolver,
    StreamWatch,
    ThreadMessageEventResolver,
    ThreadMessagesResolver,
    ThreadsOfMessagesResolver,
  ],
  exports: [
    MessagesService,
    MessageAccess,
    MessageAnswers,
    MessageDeletion,
    MessageErasure,
    MessageMentions,
    MessagesOfDeletedRooms,
    NamedMessages,
    ShownMessages,
  ],
})
export class MessagesModule implements OnModuleInit {
  constructor(
    private readonly nodes: Nodes,
    private readonly messages: NamedMessages,
  ) {}

  onModuleInit(): void {
    this.nodes.register({
      typeName: 'Message',
      find: (scope, viewer, id) => this.messages.readableByViewer(scope, viewer, id),
    });
  }
}
