export { type AwaitedFile, isHeld, type OutboxEntry } from './outbox-entry';
export { OutboxStore } from './outbox.store';
