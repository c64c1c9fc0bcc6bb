import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Caller, RequestCaller, Visitors } from '../../auth/index.js';
import { Bots } from '../../caller/index.js';
import { RefusalFilter } from '../../errors/index.js';
import { FileNotFound } from '../files.errors.js';
import { Delivery } from '../http/delivery.js';
import { FileReaders } from '../http/file-readers.js';
import { PREVIEW_PICTURES_PATH } from './preview-picture-url.js';
import { PreviewPictures } from './preview-pictures.js';

/** The pictures of pages that people link to, for everybody who is signed in and has been shown the path. */
@Controller(PREVIEW_PICTURES_PATH)
@Visitors()
@UseFilters(RefusalFilter)
export class PreviewPictureController {
  constructor(
    private readonly readers: FileReaders,
    private readonly pictures: PreviewPictures,
    private readonly delivery: Delivery,
  ) {}

  @Get(':version')
  @Bots('MESSAGES_READ')
  async show(
    @RequestCaller() caller: Caller,
    @Param('version') version: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.readers.assertSignedIn(caller, request);
    const picture = await this.pictures.find(version);
    if (!picture) throw new FileNotFound();
    const { key, sha256 } = picture;
    const shown = { key, mediaType: 'image/webp', name: 'preview.webp', etag: `"${sha256}"` };
    await this.delivery.send({ ...shown, isTheSameForEver: true }, request, response);
  }
}
