export { ReadMarks } from './read-marks.store';
export { type RoomPreferences, RoomPreferencesStore } from './room-preferences.store';
export { ThreadFollowing } from './thread-following.store';
export { UnreadStore } from './unread.store';
