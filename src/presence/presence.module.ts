import { Module } from '@nestjs/common';
import { RoomsModule } from '../rooms/index.js';
import { UsersModule } from '../users/index.js';
import { DevicesInUse } from './devices-in-use.js';
import { DevicesInUseResolver } from './devices-in-use.resolver.js';
import { OnlinePeople } from './online-people.js';
import { PeoplePresence } from './people-presence.js';
import { PeoplePresenceResolver } from './people-presence.resolver.js';
import { PresenceResolver } from './presence.resolver.js';
import { PresenceService } from './presence.service.js';

@Module({
  imports: [UsersModule, RoomsModule],
  providers: [
    DevicesInUse,
    DevicesInUseResolver,
    OnlinePeople,
    PeoplePresence,
    PeoplePresenceResolver,
    PresenceService,
    PresenceResolver,
  ],
  exports: [DevicesInUse, OnlinePeople, PresenceService],
})
export class PresenceModule {}
