import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { BlockingModule } from '../blocking/index.js';
import { RoomsModule } from '../rooms/index.js';
import { UsersModule } from '../users/index.js';
import { DirectNewcomers } from './direct-newcomers.js';
import { DirectPeople } from './direct-people.js';
import { DirectRoomsResolver } from './direct-rooms.resolver.js';
import { DirectRoomsService } from './direct-rooms.service.js';
import { DirectUser } from './direct-user.entity.js';

@Module({
  imports: [UsersModule, RoomsModule, BlockingModule, MikroOrmModule.forFeature([DirectUser])],
  providers: [DirectNewcomers, DirectPeople, DirectRoomsResolver, DirectRoomsService],
  exports: [DirectNewcomers],
})
export class DirectRoomsModule {}
