import { Module } from '@nestjs/common';
import { PresenceModule } from '../presence/index.js';
import { RoomsModule } from '../rooms/index.js';
import { FeedResolver } from './feed.resolver.js';
import { FeedService } from './feed.service.js';
import { Tails } from './tails.js';

@Module({ imports: [RoomsModule, PresenceModule], providers: [FeedResolver, FeedService, Tails] })
export class FeedModule {}
