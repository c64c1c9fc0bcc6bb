export { FeedModule } from './feed.module.js';
export { type Sink, type Payload, SubscriberContext } from './sink.js';
export { Subscriptions, untilOver } from './subscriptions.js';
