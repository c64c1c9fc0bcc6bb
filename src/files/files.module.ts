import { type MiddlewareConsumer, Module, type NestModule, type OnModuleInit } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { AuthModule } from '../auth/index.js';
import { Nodes } from '../nodes/index.js';
import { RoomsModule } from '../rooms/index.js';
import { AttachedFiles } from './attached-files.js';
import { AvatarController } from './avatars/avatar.controller.js';
import { AvatarDrawing } from './avatars/avatar-drawing.js';
import { AvatarImage } from './avatars/avatar-image.entity.js';
import { Avatars } from './avatars/avatars.js';
import { ReplacedAvatarsReactor } from './avatars/replaced-avatars.reactor.js';
import { ByteRemoval } from './byte-removal.js';
import { FileBytes } from './file-bytes.js';
import { File } from './file.entity.js';
import { FileType } from './file.type.js';
import { FileUsage } from './file-usage.entity.js';
import { FilesOfDeletedAccounts } from './files-of-deleted-accounts.js';
import { FilesOfDeletedRooms } from './files-of-deleted-rooms.js';
import { FilesResolver } from './files.resolver.js';
import { FilesService } from './files.service.js';
import { FilesSweep } from './files.sweep.js';
import { Delivery } from './http/delivery.js';
import { DownloadController } from './http/download.controller.js';
import { FileReaders } from './http/file-readers.js';
import { linger } from './http/linger.js';
import { ResumableUploadController } from './http/resumable-upload.controller.js';
import { UploadController } from './http/upload.controller.js';
import { UploadPlaces } from './http/upload-places.js';
import { Intake } from './intake/intake.js';
import { Pictures } from './pictures.js';
import { PreviewPicture } from './preview-pictures/preview-picture.entity.js';
import { PreviewPictureController } from './preview-pictures/preview-picture.controller.js';
import { PreviewPictures } from './preview-pictures/preview-pictures.js';
import { UnusedPictures } from './preview-pictures/unused-pictures.js';
import { Quotas } from './quotas.js';
import { RemovedBytes } from './removed-bytes.entity.js';
import { ResumableUpload } from './resumable/resumable-upload.entity.js';
import { ResumableUploads } from './resumable/resumable-uploads.js';
import { TusEndpoint } from './resumable/tus/tus-endpoint.js';
import { UnfinishedUploads } from './resumable/unfinished-uploads.js';

@Module({
  imports: [
    AuthModule,
    RoomsModule,
    MikroOrmModule.forFeature([AvatarImage, File, FileUsage, PreviewPicture, RemovedBytes, ResumableUpload]),
  ],
  // Of two that could answer, the first one does.
  controllers: [
    UploadController,
    ResumableUploadController,
    AvatarController,
    PreviewPictureController,
    DownloadController,
  ],
  providers: [
    AttachedFiles,
    AvatarDrawing,
    Avatars,
    ByteRemoval,
    Delivery,
    FileBytes,
    FileReaders,
    FilesOfDeletedAccounts,
    FilesOfDeletedRooms,
    FilesResolver,
    FilesService,
    FilesSweep,
    Intake,
    Pictures,
    PreviewPictures,
    Quotas,
    ReplacedAvatarsReactor,
    ResumableUploads,
    TusEndpoint,
    UnfinishedUploads,
    UnusedPictures,
    UploadPlaces,
  ],
  exports: [AttachedFiles, Avatars, ByteRemoval, PreviewPictures],
})
export class FilesModule implements NestModule, OnModuleInit {
  constructor(
    private readonly nodes: Nodes,
    private readonly files: FilesService,
  ) {}

  onModuleInit(): void {
    this.nodes.register({
      typeName: 'File',
      find: async (scope, viewer, id) => {
        const file = await this.files.readableIn(scope, viewer, id);
        return file && FileType.of(file);
      },
    });
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(linger).forRoutes(UploadController, ResumableUploadController);
  }
}
