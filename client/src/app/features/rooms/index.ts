export { openCreateRoom } from './create-room-dialog';
export { leaveWarning } from './leave-warning';
export { MembersPanel } from './members-panel';
export { RoomSearch } from './room-search.store';
export { RoomSidebar } from './room-sidebar';
export { RoomsStore } from './rooms.store';
export { PeopleRequests } from './data/people-requests';
export { RoomRequests } from './data/room-requests';
