import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RefusalFilter } from '../../errors/index.js';
import { type Caller, RequestCaller, Visitors } from '../../auth/index.js';
import { Bots } from '../../caller/index.js';
import { AVATARS_PATH } from '../../users/index.js';
import { FileNotFound } from '../files.errors.js';
import { Delivery } from '../http/delivery.js';
import { FileReaders } from '../http/file-readers.js';
import { Avatars } from './avatars.js';

const USUAL_EDGE = 128;

/** The pictures of people, for everybody who is signed in. */
@Controller(AVATARS_PATH)
@Visitors()
@UseFilters(RefusalFilter)
export class AvatarController {
  constructor(
    private readonly readers: FileReaders,
    private readonly avatars: Avatars,
    private readonly delivery: Delivery,
  ) {}

  @Get(':version')
  @Bots()
  async show(
    @RequestCaller() caller: Caller,
    @Param('version') version: string,
    @Query('size') size: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.readers.assertSignedIn(caller, request);
    const image = await this.avatars.find(version, size === undefined ? USUAL_EDGE : Number(size));
    if (!image) throw new FileNotFound();
    const { key, sha256 } = image;
    const shown = { key, mediaType: 'image/webp', name: 'avatar.webp', etag: `"${sha256}"` };
    await this.delivery.send({ ...shown, isTheSameForEver: true }, request, response);
  }
}
