export { type MessageChange, type OutboxChange, type OutboxEntry, type OutboxItem, isChange } from './outbox-entry';
export { type ChangeResult, OutboxStore } from './outbox.store';
