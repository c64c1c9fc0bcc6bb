import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { RoomsModule } from '../rooms/index.js';
import { AttachedFiles } from './attached-files.js';
import { ByteRemoval } from './byte-removal.js';
import { FileBytes } from './file-bytes.js';
import { File } from './file.entity.js';
import { FileUsage } from './file-usage.entity.js';
import { FilesOfDeletedRooms } from './files-of-deleted-rooms.js';
import { FilesResolver } from './files.resolver.js';
import { FilesService } from './files.service.js';
import { FilesSweep } from './files.sweep.js';
import { Delivery } from './http/delivery.js';
import { DownloadController } from './http/download.controller.js';
import { linger } from './http/linger.js';
import { UploadController } from './http/upload.controller.js';
import { UploadPlaces } from './http/upload-places.js';
import { Intake } from './intake/intake.js';
import { Pictures } from './pictures.js';
import { Quotas } from './quotas.js';
import { RemovedBytes } from './removed-bytes.entity.js';

@Module({
  imports: [AuthModule, RoomsModule, MikroOrmModule.forFeature([File, FileUsage, RemovedBytes])],
  controllers: [UploadController, DownloadController],
  providers: [
    AttachedFiles,
    ByteRemoval,
    Delivery,
    FileBytes,
    FilesOfDeletedRooms,
    FilesResolver,
    FilesService,
    FilesSweep,
    Intake,
    Pictures,
    Quotas,
    UploadPlaces,
  ],
  exports: [AttachedFiles, ByteRemoval],
})
export class FilesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(linger).forRoutes(UploadController);
  }
}
