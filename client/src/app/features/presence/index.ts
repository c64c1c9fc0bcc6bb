export { HereNow } from './here-now';
export { TypingLine } from './typing-line';
export { PresenceStore } from './presence.store';
