import { Module, type OnModuleInit } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule, InvitedNewcomers } from '../auth/index.js';
import { RoomsModule } from '../rooms/index.js';
import { UsersModule } from '../users/index.js';
import { Arrivals } from './arrivals.js';
import { Invitation } from './invitation.entity.js';
import {
  EnteredRoomResolver,
  InvitationsResolver,
  RegisteredRoomResolver,
  RoomInvitationsResolver,
} from './invitations.resolver.js';
import { InvitationsService } from './invitations.service.js';
import { NewcomersByInvitation } from './newcomers-by-invitation.js';
import { ShownInvitations } from './shown-invitations.js';
import { StandingInvitations } from './standing-invitations.js';

@Module({
  imports: [UsersModule, AuthModule, RoomsModule, MikroOrmModule.forFeature([Invitation])],
  providers: [
    Arrivals,
    EnteredRoomResolver,
    InvitationsResolver,
    InvitationsService,
    NewcomersByInvitation,
    RegisteredRoomResolver,
    RoomInvitationsResolver,
    ShownInvitations,
    StandingInvitations,
  ],
})
export class InvitationsModule implements OnModuleInit {
  constructor(
    private readonly newcomers: InvitedNewcomers,
    private readonly door: NewcomersByInvitation,
  ) {}

  onModuleInit(): void {
    this.newcomers.register(this.door);
  }
}
