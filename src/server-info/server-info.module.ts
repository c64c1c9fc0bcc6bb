import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { UsersModule } from '../users/index.js';
import { ManifestController } from './manifest.controller.js';
import { ServerInfoResolver } from './server-info.resolver.js';
import { ServerLook } from './server-look.entity.js';
import { ServerLookService } from './server-look.service.js';
import { ServerLooks } from './server-looks.js';

@Module({
  imports: [UsersModule, MikroOrmModule.forFeature([ServerLook])],
  controllers: [ManifestController],
  providers: [ServerInfoResolver, ServerLooks, ServerLookService],
  exports: [ServerLooks],
})
export class ServerInfoModule {}
