import { MikroOrmModule } from '@mikro-orm/nestjs';
import { SqliteDriver } from '@mikro-orm/sqlite';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { CompiledQuery, type DatabaseConnection } from 'kysely';
import { FILE, SYNCHRONOUS } from '../settings.js';
import { Message, Room, User } from './entities.js';
import { MessagesResolver } from './messages.resolver.js';
import { MessagesService } from './messages.service.js';

@Module({
  imports: [
    MikroOrmModule.forRoot({
      driver: SqliteDriver,
      dbName: FILE,
      entities: [User, Room, Message],
      onCreateConnection: async (connection) => setPragmas(connection as DatabaseConnection),
    }),
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      subscriptions: { 'graphql-ws': true },
    }),
  ],
  providers: [MessagesResolver, MessagesService],
})
export class AppModule {}

async function setPragmas(connection: DatabaseConnection): Promise<void> {
  for (const pragma of ['journal_mode = WAL', `synchronous = ${SYNCHRONOUS}`]) {
    await connection.executeQuery(CompiledQuery.raw(`pragma ${pragma}`));
  }
}
