import { Module, type OnModuleInit } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AccountRemains, AuthModule, GuestDepartures } from '../auth/index.js';
import { Nodes } from '../nodes/index.js';
import { UsersModule } from '../users/index.js';
import { BanLists } from './bans/ban-lists.js';
import { Banned } from './bans/banned.js';
import { BansService } from './bans/bans.service.js';
import { RoomBan } from './bans/room-ban.entity.js';
import { RoomBanPeopleResolver, RoomBansResolver } from './bans/room-bans.resolver.js';
import { DeletedRoom } from './deletion/deleted-room.entity.js';
import { DeletedRooms } from './deletion/deleted-rooms.js';
import { DeletedRoomsSweep } from './deletion/deleted-rooms.sweep.js';
import { RoomDeletionResolver } from './deletion/room-deletion.resolver.js';
import { RoomDeletionService } from './deletion/room-deletion.service.js';
import { RoomRemains } from './deletion/room-remains.js';
import { Membership } from './members/membership.entity.js';
import { RoomHistory } from './events/room-history.js';
import { MemberLists } from './members/member-lists.js';
import { BotsInRooms } from './members/bots-in-rooms.js';
import { MembersService } from './members/members.service.js';
import { PeopleSearch } from './members/people-search.js';
import { PeopleSearchResolver } from './members/people-search.resolver.js';
import { RoomAccess } from './room-access.js';
import { RoomArchiveResolver } from './room-archive.resolver.js';
import { RoomChangesService } from './room-changes.service.js';
import {
  MemberEventResolver,
  MemberJoinedResolver,
  MemberRoleChangedResolver,
  RoomChangedResolver,
  RoomDeletedResolver,
  RoomEventResolver,
} from './events/room-events.resolver.js';
import { RoomJournal } from './events/room-journal.js';
import { RoomFloor } from './room-floor.js';
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
import { WatchedStays } from './members/watched-stays.js';
import { ViewerRoomsResolver } from './viewer-rooms.resolver.js';

/** So many somebody leaves in one change, for which everybody else waits. */
const ROOMS_AT_ONCE = 20;

@Module({
  imports: [UsersModule, AuthModule, MikroOrmModule.forFeature([Room, RoomNonce, RoomBan, DeletedRoom, Membership])],
  providers: [
    BanLists,
    Banned,
    BotsInRooms,
    BansService,
    DeletedRooms,
    DeletedRoomsSweep,
    MemberEventResolver,
    MemberJoinedResolver,
    MemberRoleChangedResolver,
    RoomHistory,
    MemberLists,
    MembersService,
    PeopleSearch,
    PeopleSearchResolver,
    RoomAccess,
    RoomArchiveResolver,
    RoomBanPeopleResolver,
    RoomBansResolver,
    RoomDeletedResolver,
    RoomDeletionResolver,
    RoomDeletionService,
    RoomFloor,
    RoomRemains,
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
    WatchedStays,
  ],
  exports: [
    BansService,
    DeletedRooms,
    MembersService,
    MembershipPeriods,
    RoomAccess,
    RoomFloor,
    RoomHistory,
    RoomJournal,
    RoomRemains,
    WatchedStays,
  ],
})
export class RoomsModule implements OnModuleInit {
  constructor(
    private readonly departures: GuestDepartures,
    private readonly accounts: AccountRemains,
    private readonly members: MembersService,
    private readonly nodes: Nodes,
    private readonly rooms: RoomsService,
  ) {}

  onModuleInit(): void {
    this.departures.register({
      roomsOf: (where, userId) => this.members.roomsOf(where, userId),
      run: (tx, userId) => this.members.departEverywhere(tx, userId),
    });
    this.nodes.register({ typeName: 'Room', find: (scope, viewer, id) => this.rooms.visible(scope, viewer, id) });
    this.accounts.inPiecesFirst(({ userId }) => this.members.leaveSome(userId, ROOMS_AT_ONCE));
  }
}
