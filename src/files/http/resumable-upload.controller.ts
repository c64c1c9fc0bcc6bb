import { Controller, Delete, Get, Head, Param, Patch, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestActor } from '../../auth/index.js';
import { type Actor, Bots } from '../../caller/index.js';
import { RefusalFilter } from '../../errors/index.js';
import { Limited } from '../../graphql/index.js';
import { FileType } from '../file.type.js';
import { ResumableUploads } from '../resumable/resumable-uploads.js';
import { TusEndpoint } from '../resumable/tus/tus-endpoint.js';

/** The same as `POST /upload`, by parts (tus 1.0.0): what broke off is gone on with where it broke. */
@Controller('upload/resumable')
@UseFilters(RefusalFilter)
export class ResumableUploadController {
  constructor(
    private readonly tus: TusEndpoint,
    private readonly uploads: ResumableUploads,
  ) {}

  @Post()
  @Bots('FILES_WRITE')
  @Limited({ per: 'account', points: 120, seconds: 60, what: 'Too many uploads in a short time' })
  begin(@RequestActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.tus.answer(actor, request, response);
  }

  @Patch(':id')
  @Bots('FILES_WRITE')
  @Limited({ per: 'account', points: 600, seconds: 60, what: 'Too many parts of uploads in a short time' })
  goOn(@RequestActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.tus.answer(actor, request, response);
  }

  @Head(':id')
  @Bots('FILES_WRITE')
  @Limited({ per: 'account', points: 600, seconds: 60, what: 'Too many questions about uploads in a short time' })
  howFar(@RequestActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.tus.answer(actor, request, response);
  }

  @Delete(':id')
  @Bots('FILES_WRITE')
  @Limited({ per: 'account', points: 600, seconds: 60, what: 'Too many cancelled uploads in a short time' })
  giveUp(@RequestActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.tus.answer(actor, request, response);
  }

  /** What `POST /upload` would have answered, once all of it is there. */
  @Get(':id')
  @Bots('FILES_WRITE')
  @Limited({ per: 'account', points: 600, seconds: 60, what: 'Too many questions about uploads in a short time' })
  async file(@RequestActor() actor: Actor, @Param('id') id: string): Promise<FileType> {
    return FileType.of(await this.uploads.finish(actor, id));
  }
}
