import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { UsersModule } from '../users/index.js';
import { BlockedPeople } from './blocked-people.js';
import { BlockedUsersChangedResolver, BlockingResolver } from './blocking.resolver.js';
import { BlockingService } from './blocking.service.js';
import { UserBlock } from './user-block.entity.js';

@Module({
  imports: [UsersModule, MikroOrmModule.forFeature([UserBlock])],
  providers: [BlockedPeople, BlockedUsersChangedResolver, BlockingResolver, BlockingService],
  exports: [BlockedPeople],
})
export class BlockingModule {}
