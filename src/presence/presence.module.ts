import { Module } from '@nestjs/common';
import { RoomsModule } from '../rooms/index.js';
import { UsersModule } from '../users/index.js';
import { PresenceResolver } from './presence.resolver.js';
import { PresenceService } from './presence.service.js';

@Module({
  imports: [UsersModule, RoomsModule],
  providers: [PresenceService, PresenceResolver],
  exports: [PresenceService],
})
export class PresenceModule {}
