import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { RoomsModule } from '../rooms/index.js';
import { UsersModule } from '../users/index.js';
import { ShownThreads } from './shown-threads.js';
import { ThreadFollowers } from './thread-followers.js';
import { ThreadJournal } from './thread-journal.js';
import { ThreadState } from './thread-state.entity.js';
import { Thread } from './thread.entity.js';
import { ThreadsResolver } from './threads.resolver.js';

@Module({
  imports: [UsersModule, RoomsModule, MikroOrmModule.forFeature([Thread, ThreadState])],
  providers: [ShownThreads, ThreadFollowers, ThreadJournal, ThreadsResolver],
  exports: [ShownThreads, ThreadFollowers, ThreadJournal],
})
export class ThreadsModule {}
