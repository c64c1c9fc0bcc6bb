export { Composer } from './composer';
export { DropArea } from './drop-area';
export { charactersOver, incomingText, MAX_BODY, oversized } from './message-length';
