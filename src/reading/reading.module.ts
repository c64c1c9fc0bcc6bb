import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { RoomsModule } from '../rooms/index.js';
import { ThreadsModule } from '../threads/index.js';
import { EndedStaysReactor } from './ended-stays.reactor.js';
import { ReaderPlaces } from './reader-places.js';
import { ReadingResolver } from './reading.resolver.js';
import { ReadingService } from './reading.service.js';
import { RoomPreferencesService } from './room-preferences.service.js';
import { RoomState } from './room-state.entity.js';
import {
  RoomOfThreadStateResolver,
  RoomStateChangedResolver,
  RoomViewerStateResolver,
} from './room-states.resolver.js';
import { StatesOfDeletedRooms } from './states-of-deleted-rooms.js';
import { ViewerStates } from './viewer-states.js';

@Module({
  imports: [RoomsModule, ThreadsModule, MikroOrmModule.forFeature([RoomState])],
  providers: [
    EndedStaysReactor,
    ReaderPlaces,
    ReadingResolver,
    ReadingService,
    RoomOfThreadStateResolver,
    RoomPreferencesService,
    RoomStateChangedResolver,
    RoomViewerStateResolver,
    StatesOfDeletedRooms,
    ViewerStates,
  ],
})
export class ReadingModule {}
