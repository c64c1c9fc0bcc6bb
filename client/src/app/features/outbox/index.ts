export {
  type AwaitedFile,
  isChange,
  isHeld,
  type MessageChange,
  type OutboxChange,
  type OutboxEntry,
  type OutboxItem,
} from './outbox-entry';
export { type ChangeResult, OutboxStore } from './outbox.store';
