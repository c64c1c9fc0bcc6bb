export type { After } from './after.js';
export { backoff } from './backoff.js';
export { type FeedEnd, feedEnd } from './feed-end.js';
export { type Followed, FeedLoop, type FeedSteps } from './feed-loop.js';
export { MIN_PAUSE, pauseOf } from './retry-after.js';
export { MAX_SILENCE, Silence } from './silence.js';
export { watchedConnection } from './watched-connection.js';
