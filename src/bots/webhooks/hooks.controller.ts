import { Body, Controller, Headers, HttpCode, Param, Post, UseFilters } from '@nestjs/common';
import { Visitors } from '../../auth/index.js';
import { Bots } from '../../caller/index.js';
import { RefusalFilter } from '../../errors/index.js';
import { Limited } from '../../graphql/index.js';
import { Deliveries } from './deliveries.js';
import { HOOKS_PATH } from './incoming-webhooks.service.js';

/** Where other services post. The secret in the address is all that they show: an Authorization header does not matter. */
@Controller(HOOKS_PATH)
@Visitors()
@UseFilters(RefusalFilter)
export class HooksController {
  constructor(private readonly deliveries: Deliveries) {}

  @Post(':secret')
  @Bots()
  @HttpCode(200)
  @Limited({ per: 'address', points: 600, seconds: 60, what: 'Too many messages in a short time' })
  async deliver(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Headers('x-github-event') event: string | undefined,
    @Headers('x-github-delivery') delivery: string | undefined,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
  ): Promise<string> {
    await this.deliveries.deliver(secret, { body, event }, idempotencyKey ?? delivery);
    return 'ok';
  }
}
