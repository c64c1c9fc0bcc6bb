import { Controller, Post, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { RequestActor } from '../../auth/index.js';
import { type Actor, Bots } from '../../caller/index.js';
import { RefusalFilter } from '../../errors/index.js';
import { Limited } from '../../graphql/index.js';
import { FileType } from '../file.type.js';
import { FilesService } from '../files.service.js';
import { readUploadForm } from './upload-form.js';

/** The same as `uploadFile`, for plain HTTP clients. */
@Controller('upload')
@UseFilters(RefusalFilter)
export class UploadController {
  constructor(private readonly files: FilesService) {}

  @Post()
  @Bots('FILES_WRITE')
  @Limited({ per: 'account', points: 120, seconds: 60, what: 'Too many uploads in a short time' })
  async upload(@RequestActor() actor: Actor, @Req() request: Request): Promise<FileType> {
    const { roomId, file } = await readUploadForm(request);
    return FileType.of(await this.files.store(actor, roomId, file));
  }
}
