import { Module } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { AdministrationModule } from '../administration/index.js';
import { AuthModule } from '../auth/index.js';
import { BotsModule } from '../bots/index.js';
import { BlockingModule } from '../blocking/index.js';
import { ConsumersModule } from '../consumers/index.js';
import { DirectRoomsModule } from '../direct-rooms/index.js';
import { FeedModule } from '../feed/index.js';
import { FilesModule } from '../files/index.js';
import { InteractionsModule } from '../interactions/index.js';
import { InvitationsModule } from '../invitations/index.js';
import { LinkPreviewsModule } from '../link-previews/index.js';
import { MentionsModule } from '../mentions/index.js';
import { EmailAddressesModule } from '../email-addresses/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { MessagesModule } from '../messages/index.js';
import { ReadingModule } from '../reading/index.js';
import { SavedMessagesModule } from '../saved-messages/index.js';
import { ServerInfoModule } from '../server-info/index.js';
import { ProfilesModule } from '../profiles/index.js';
import { PresenceModule } from '../presence/index.js';
import { ReactionsModule } from '../reactions/index.js';
import { ReportsModule } from '../reports/index.js';
import { RoomsModule } from '../rooms/index.js';
import { SearchModule } from '../search/index.js';
import { UsersModule } from '../users/index.js';
import { WebhooksModule } from '../webhooks/index.js';
import { OperationsModule } from './operations.module.js';
import { GraphQLOptions } from './graphql.options.js';
import { HealthController } from './health.controller.js';
import { HttpAnswersFilter } from './http-answers.filter.js';
import { LimitGuard } from './limit.guard.js';
import { Readiness } from './readiness.js';
import { Connections } from './sockets/connections.js';
import { Doorkeeper } from './sockets/doorkeeper.js';
import { PreparedOperations } from './sockets/prepared-operations.js';
import { SocketExecution } from './sockets/socket-execution.js';
import { SocketOperations } from './sockets/socket-operations.js';
import { SocketServer } from './sockets/socket-server.js';
import { StreamServer } from './streams/stream-server.js';
import { WebhookSelections } from './webhook-selections.js';

@Module({
  imports: [
    UsersModule,
    AuthModule,
    AdministrationModule,
    RoomsModule,
    FilesModule,
    BlockingModule,
    DirectRoomsModule,
    MessagesModule,
    BotsModule,
    InteractionsModule,
    MentionsModule,
    ReadingModule,
    ReactionsModule,
    SavedMessagesModule,
    InvitationsModule,
    ReportsModule,
    LinkPreviewsModule,
    EmailAddressesModule,
    NotificationsModule,
    SearchModule,
    ServerInfoModule,
    PresenceModule,
    ProfilesModule,
    FeedModule,
    ConsumersModule,
    WebhooksModule,
    OperationsModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AuthModule, OperationsModule],
      useClass: GraphQLOptions,
    }),
  ],
  controllers: [HealthController],
  providers: [
    Readiness,
    Connections,
    Doorkeeper,
    PreparedOperations,
    SocketExecution,
    SocketOperations,
    SocketServer,
    StreamServer,
    WebhookSelections,
    { provide: APP_GUARD, useClass: LimitGuard },
    { provide: APP_FILTER, useClass: HttpAnswersFilter },
  ],
})
export class ApiModule {}
