export { BansService } from './bans/bans.service.js';
export { ROOM_OF_VIEWER } from './descriptions.js';
export { RoomHistory } from './events/room-history.js';
export { DeletedRooms } from './deletion/deleted-rooms.js';
export { DeletedRoomsSweep } from './deletion/deleted-rooms.sweep.js';
export { RoomRemains } from './deletion/room-remains.js';
export { Membership } from './members/membership.entity.js';
export { MembersService } from './members/members.service.js';
export { RoomAccess } from './room-access.js';
export { RoomFloor } from './room-floor.js';
export { RoomJournal } from './events/room-journal.js';
export { Room } from './room.entity.js';
export { RoomKind, RoomType, RoomVisibility } from './room.type.js';
export { RoomNotFound } from './rooms.errors.js';
export { wordsOfFloor } from './rooms.policy.js';
export {
  MemberEventType,
  MemberJoined,
  MemberLeft,
  MemberRoleChanged,
  RoomChanged,
  RoomDeleted,
  RoomEventType,
} from './events/rooms.events.js';
export { RoomsModule } from './rooms.module.js';
export { MembershipPeriods } from './members/membership-periods.js';
export { WatchedStays } from './members/watched-stays.js';
