export { HereNow } from './here-now';
export { OnlineStore } from './online.store';
export { TypingLine } from './typing-line';
export { PresenceStore } from './presence.store';
