import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { FilesModule } from '../files/index.js';
import { UsersModule } from '../users/index.js';
import { ProfilesResolver } from './profiles.resolver.js';
import { ProfilesService } from './profiles.service.js';

@Module({
  imports: [AuthModule, FilesModule, UsersModule],
  providers: [ProfilesResolver, ProfilesService],
})
export class ProfilesModule {}
