import { Controller, Header, HttpCode, Param, Post, UseFilters } from '@nestjs/common';
import { Visitors } from '../../auth/index.js';
import { RefusalFilter } from '../../errors/index.js';
import { Limited } from '../../graphql/index.js';
import { Unsubscribing } from './unsubscribing.js';

/** What mail programs ask when their reader ends e-mail with one click (RFC 8058): without cookies, and without a page. A GET of the same address is a page of the client that asks first. */
@Controller('unsubscribe')
@Visitors()
@UseFilters(RefusalFilter)
export class UnsubscribeController {
  constructor(private readonly unsubscribing: Unsubscribing) {}

  @Post(':token')
  @HttpCode(200)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Limited({ per: 'address', points: 600, seconds: 60 })
  async unsubscribe(@Param('token') token: string): Promise<string> {
    await this.unsubscribing.unsubscribe(token);
    return 'You will get no more of it.\n';
  }
}
