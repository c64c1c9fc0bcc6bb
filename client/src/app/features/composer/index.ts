export { Composer } from './composer';
export { DropArea } from './drop-area';
export type { OutboxEntry } from './outbox-entry';
export { OutboxStore } from './outbox.store';
