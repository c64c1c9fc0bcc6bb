import { Module, type OnModuleInit } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule, GuestDepartures } from '../auth/index.js';
import { UsersModule } from '../users/index.js';
import { Membership } from './members/membership.entity.js';
import { RoomHistory } from './events/room-history.js';
import { MemberLists } from './members/member-lists.js';
import { MembersService } from './members/members.service.js';
import { PeopleSearch } from './members/people-search.js';
import { PeopleSearchResolver } from './members/people-search.resolver.js';
import { RoomAccess } from './room-access.js';
import { RoomChangesService } from './room-changes.service.js';
import {
  MemberEventResolver,
  MemberJoinedResolver,
  MemberRoleChangedResolver,
  RoomChangedResolver,
  RoomEventResolver,
} from './events/room-events.resolver.js';
import { RoomJournal } from './events/room-journal.js';
import { RoomLists } from './room-lists.js';
import {
  PublicRoomAddedResolver,
  PublicRoomChangedResolver,
  PublicRoomRemovedResolver,
} from './events/public-room-events.resolver.js';
import { RoomMembersResolver, RoomMemberUserResolver } from './members/room-members.resolver.js';
import { Room } from './room.entity.js';
import { RoomNonce } from './room-nonce.entity.js';
import { RoomsResolver } from './rooms.resolver.js';
import { RoomsService } from './rooms.service.js';
import { MembershipPeriods } from './members/membership-periods.js';
import { ViewerRoomsResolver } from './viewer-rooms.resolver.js';

@Module({
  imports: [UsersModule, AuthModule, MikroOrmModule.forFeature([Room, RoomNonce, Membership])],
  providers: [
    MemberEventResolver,
    MemberJoinedResolver,
    MemberRoleChangedResolver,
    RoomHistory,
    MemberLists,
    MembersService,
    PeopleSearch,
    PeopleSearchResolver,
    RoomAccess,
    PublicRoomAddedResolver,
    PublicRoomChangedResolver,
    PublicRoomRemovedResolver,
    RoomChangedResolver,
    RoomChangesService,
    RoomEventResolver,
    RoomJournal,
    RoomLists,
    RoomMembersResolver,
    RoomMemberUserResolver,
    RoomsResolver,
    RoomsService,
    MembershipPeriods,
    ViewerRoomsResolver,
  ],
  exports: [MembersService, RoomAccess, RoomJournal, RoomHistory, MembershipPeriods],
})
export class RoomsModule implements OnModuleInit {
  constructor(
    private readonly departures: GuestDepartures,
    private readonly members: MembersService,
  ) {}

  onModuleInit(): void {
    this.departures.register({
      roomsOf: (where, userId) => this.members.roomsOf(where, userId),
      run: (tx, userId) => this.members.departEverywhere(tx, userId),
    });
  }
}
