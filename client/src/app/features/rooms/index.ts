export { openCreateRoom, openNewConversation, openRoomSettings } from './room-dialogs';
export { leaveWarning } from './leave-warning';
export { LiveSearch } from './live-search';
export { MembersStore } from './members.store';
export { NamedRoom } from './named-room.store';
export { RoomSearch } from './room-search.store';
export { RoomSettingsStore } from './room-settings.store';
export { RoomSidebar } from './room-sidebar';
export { RoomsStore } from './rooms.store';
