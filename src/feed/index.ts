export { FeedModule } from './feed.module.js';
export { subscribeShared } from './subscribe-shared.js';
