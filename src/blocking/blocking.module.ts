import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { UsersModule } from '../users/index.js';
import { BlockedPeople } from './blocked-people.js';
import { BlockedUsersChangedResolver, BlockingResolver } from './blocking.resolver.js';
import { BlockingService } from './blocking.service.js';
import { BlocksOfDeletedAccounts } from './blocks-of-deleted-accounts.js';
import { UserBlock } from './user-block.entity.js';

@Module({
  imports: [UsersModule, AuthModule, MikroOrmModule.forFeature([UserBlock])],
  providers: [BlockedPeople, BlockedUsersChangedResolver, BlockingResolver, BlockingService, BlocksOfDeletedAccounts],
  exports: [BlockedPeople],
})
export class BlockingModule {}
