export type { OutboxEntry } from './outbox-entry';
export { OutboxStore } from './outbox.store';
