import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Visitors } from '../auth/index.js';
import { Bots } from '../caller/index.js';
import { Readiness } from './readiness.js';

/** For whatever watches the server. */
@Controller()
@Visitors()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('healthz')
  @Bots()
  alive(): { status: string } {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Bots()
  async ready(@Res() response: Response): Promise<void> {
    const ready = await this.readiness.isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  }
}
