import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Administrators } from './administrators.js';
import { EventActorResolver } from './event-actor.resolver.js';
import { GuestsHere } from './guests-here.js';
import { User } from './user.entity.js';
import { AdministratorChangedResolver, UserChangedResolver } from './user-events.resolver.js';
import { UserStatusResolver } from './user-status.resolver.js';
import { UsersResolver } from './users.resolver.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [MikroOrmModule.forFeature([User])],
  providers: [
    AdministratorChangedResolver,
    Administrators,
    EventActorResolver,
    GuestsHere,
    UserChangedResolver,
    UsersResolver,
    UsersService,
    UserStatusResolver,
  ],
  exports: [Administrators, GuestsHere, UsersService],
})
export class UsersModule {}
