export * from './documents.js';
export type { Cursor, FeedItem } from './live/follow.js';
export { type Operation, operation, type TypedText } from './requests/operation.js';
export type { RequestOptions } from './requests/requests.js';
export type { SessionKeeper } from './sessions/session-tokens.js';
export {
  type ConsumeOptions,
  type FollowOptions,
  Tertulia,
  type TertuliaOptions,
  type WatchOptions,
} from './tertulia.js';
export { OFFLINE, TertuliaError } from './tertulia-error.js';
