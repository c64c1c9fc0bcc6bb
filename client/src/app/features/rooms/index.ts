export { openCreateRoom } from './create-room-dialog';
export { leaveWarning } from './leave-warning';
export { MembersPanel } from './members-panel';
export { NamedRoom } from './named-room.store';
export { RoomSearch } from './room-search.store';
export { RoomSidebar } from './room-sidebar';
export { RoomsStore } from './rooms.store';
