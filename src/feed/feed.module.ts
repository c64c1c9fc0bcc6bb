import { Module } from '@nestjs/common';
import { PresenceModule } from '../presence/index.js';
import { RoomsModule } from '../rooms/index.js';
import { FeedResolver } from './feed.resolver.js';
import { FeedService } from './feed.service.js';
import { PersonFeeds } from './person-feeds.js';
import { RoomsOfSubject } from './rooms-of-subject.js';
import { ShownBy } from './shown-by.js';
import { Streams } from './streams.js';
import { Subscriptions } from './subscriptions.js';

@Module({
  imports: [RoomsModule, PresenceModule],
  providers: [FeedResolver, FeedService, PersonFeeds, RoomsOfSubject, ShownBy, Streams, Subscriptions],
  exports: [PersonFeeds, Subscriptions],
})
export class FeedModule {}
