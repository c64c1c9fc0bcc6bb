import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { RoomsModule } from '../rooms/index.js';
import { ThreadsModule } from '../threads/index.js';
import { ArrangementsOfDeletedAccounts } from './arrangement/arrangements-of-deleted-accounts.js';
import { RoomArrangement } from './arrangement/room-arrangement.entity.js';
import { RoomArrangementResolver, RoomsArrangedResolver } from './arrangement/room-arrangement.resolver.js';
import { RoomArrangementService } from './arrangement/room-arrangement.service.js';
import { RoomSection } from './arrangement/room-section.entity.js';
import { RoomSections } from './arrangement/room-sections.js';
import { ShownArrangements } from './arrangement/shown-arrangements.js';
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
  imports: [
    AuthModule,
    RoomsModule,
    ThreadsModule,
    MikroOrmModule.forFeature([RoomArrangement, RoomSection, RoomState]),
  ],
  providers: [
    ArrangementsOfDeletedAccounts,
    EndedStaysReactor,
    ReaderPlaces,
    ReadingResolver,
    ReadingService,
    RoomArrangementResolver,
    RoomArrangementService,
    RoomOfThreadStateResolver,
    RoomPreferencesService,
    RoomSections,
    RoomStateChangedResolver,
    RoomViewerStateResolver,
    RoomsArrangedResolver,
    ShownArrangements,
    StatesOfDeletedRooms,
    ViewerStates,
  ],
})
export class ReadingModule {}
