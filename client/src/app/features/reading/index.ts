export { ReadMarks } from './read-marks.store';
export { type RoomPreferences, RoomPreferencesStore } from './room-preferences.store';
export { UnreadStore } from './unread.store';
