export { FeedModule } from './feed.module.js';
export { type Outlet, type Payload, SubscriberContext } from './outlet.js';
export { Subscriptions } from './subscriptions.js';
