export { backoff } from './backoff.js';
export { type FeedEnd, feedEnd } from './feed-end.js';
export { type Followed, FeedLoop, type FeedSteps } from './feed-loop.js';
export { type After, MAX_SILENCE, Silence, watchedConnection } from './liveness.js';
export { MIN_PAUSE, pauseOf } from './retry-after.js';
