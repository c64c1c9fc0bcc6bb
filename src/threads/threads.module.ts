import { Module, type OnModuleInit } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Nodes } from '../nodes/index.js';
import { RoomsModule } from '../rooms/index.js';
import { UsersModule } from '../users/index.js';
import { FollowedThreads } from './followed-threads.js';
import { ShownThreads } from './shown-threads.js';
import { ThreadFollowers } from './thread-followers.js';
import { ThreadJournal } from './thread-journal.js';
import { ThreadReadingService } from './thread-reading.service.js';
import { ThreadState } from './thread-state.entity.js';
import { ThreadStates } from './thread-states.js';
import {
  FollowedThreadsResolver,
  ThreadStateChangedResolver,
  ThreadViewerStateResolver,
} from './thread-states.resolver.js';
import { Thread } from './thread.entity.js';
import { ThreadsOfDeletedRooms } from './threads-of-deleted-rooms.js';
import { ThreadsResolver } from './threads.resolver.js';

@Module({
  imports: [UsersModule, RoomsModule, MikroOrmModule.forFeature([Thread, ThreadState])],
  providers: [
    FollowedThreads,
    FollowedThreadsResolver,
    ShownThreads,
    ThreadFollowers,
    ThreadJournal,
    ThreadReadingService,
    ThreadStateChangedResolver,
    ThreadStates,
    ThreadViewerStateResolver,
    ThreadsOfDeletedRooms,
    ThreadsResolver,
  ],
  exports: [ShownThreads, ThreadFollowers, ThreadJournal, ThreadReadingService, ThreadsOfDeletedRooms],
})
export class ThreadsModule implements OnModuleInit {
  constructor(
    private readonly nodes: Nodes,
    private readonly threads: ShownThreads,
  ) {}

  onModuleInit(): void {
    this.nodes.register({
      typeName: 'Thread',
      idsOf: 'Message',
      find: (scope, viewer, id) => this.threads.readableByViewer(scope, viewer, id),
    });
  }
}
