/** In characters (code points), as are all of these. */
export const MIN_USERNAME_LENGTH = 2;
export const MAX_USERNAME_LENGTH = 32;
export const MAX_DISPLAY_NAME_LENGTH = 64;
export const MAX_NICKNAME_LENGTH = 32;
/** Of what somebody says of themselves. */
export const MAX_ABOUT_LENGTH = 500;
export const MAX_STATUS_LENGTH = 100;
export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 256;
export const MAX_ROOM_NAME_LENGTH = 80;
export const MAX_TOPIC_LENGTH = 250;
/** Of a section of somebody's list of rooms. */
export const MAX_SECTION_NAME_LENGTH = 50;
/** Of what people call a device of theirs. */
export const MAX_DEVICE_NAME_LENGTH = 64;
/** Of what people call their server. */
export const MAX_SERVER_NAME_LENGTH = 64;
/** Of why somebody is banned. */
export const MAX_REASON_LENGTH = 250;
/** Of why a message is reported, and of what a warning says. */
export const MAX_REPORT_LENGTH = 500;
/** Of what is searched for. */
export const MAX_QUERY_LENGTH = 100;
/** How long messages may be kept, where they are not kept for ever: a hundred years. */
export const MAX_KEEP_DAYS = 36_500;
/** Of one person. */
export const MAX_ROOM_SECTIONS = 50;
/** Of one move in somebody's list of rooms. */
export const MAX_MOVED_ROOMS = 1000;
/** Of one direct room, whoever opens it among them. */
export const MAX_DIRECT_USERS = 9;
/** Between two messages of one member of a room. */
export const MAX_SLOW_MODE_SECONDS = 6 * 60 * 60;
