import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { FilesModule } from '../files/index.js';
import { MessagesModule } from '../messages/index.js';
import { SearchBackfill } from './search-backfill.js';
import { SearchCandidates } from './search-candidates.js';
import { SearchDay } from './search-day.entity.js';
import { SearchIndex } from './search-index.js';
import { SearchIndexReactor } from './search-index.reactor.js';
import { SearchNames } from './search-names.js';
import { SearchProgress } from './search-progress.entity.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

@Module({
  imports: [FilesModule, MessagesModule, MikroOrmModule.forFeature([SearchDay, SearchProgress])],
  providers: [
    SearchBackfill,
    SearchCandidates,
    SearchIndex,
    SearchIndexReactor,
    SearchNames,
    SearchResolver,
    SearchService,
  ],
})
export class SearchModule {}
