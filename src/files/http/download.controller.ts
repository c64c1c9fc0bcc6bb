import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Caller, RequestCaller, Visitors } from '../../auth/index.js';
import { Bots } from '../../caller/index.js';
import { RefusalFilter } from '../../errors/index.js';
import type { File } from '../file.entity.js';
import { THUMBNAIL } from '../file-url.js';
import { FileNotFound } from '../files.errors.js';
import { FilesService } from '../files.service.js';
import { type Delivered, Delivery } from './delivery.js';
import { FileReaders } from './file-readers.js';

/** Stored files. Open to visitors as far as the guard goes: who is asking is found out here. */
@Controller('uploads')
@Visitors()
@UseFilters(RefusalFilter)
export class DownloadController {
  constructor(
    private readonly readers: FileReaders,
    private readonly files: FilesService,
    private readonly delivery: Delivery,
  ) {}

  @Get(':id/:name')
  @Bots('MESSAGES_READ')
  async download(
    @RequestCaller() caller: Caller,
    @Param('id') id: string,
    @Param('name') name: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const actor = await this.readers.readerOf(caller, request);
    const file = await this.files.readable(actor, id);
    const shown = file && (name === THUMBNAIL ? thumbnailOf(file) : originalOf(file));
    if (!shown) throw new FileNotFound();
    await this.delivery.send(shown, request, response);
  }

  /** No file has any other address; told to nobody before they have signed in. */
  @Get('{*other}')
  @Bots('MESSAGES_READ')
  async other(@RequestCaller() caller: Caller, @Req() request: Request): Promise<never> {
    await this.readers.assertSignedIn(caller, request);
    throw new FileNotFound();
  }
}

function originalOf({ key, mediaType, name, sha256 }: File): Delivered {
  return { key, mediaType, name, etag: `"${sha256}"` };
}

function thumbnailOf({ thumbnailKey, name, sha256 }: File): Delivered | null {
  return thumbnailKey === null
    ? null
    : { key: thumbnailKey, mediaType: 'image/webp', name: `${name}.webp`, etag: `"${sha256}-thumbnail"` };
}
