import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AuditAction, AuditLog } from '../audit/index.js';
import { originOf, PasswordResets } from '../auth/index.js';
import type { GraphQLContext } from '../caller/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database } from '../database/index.js';
import { MailIsOff, Mails } from '../mail/index.js';
import { overrunOf } from '../runtime/index.js';
import { foldName } from '../text/index.js';
import { keyOfAddress } from './address-from.js';
import { EmailAddresses } from './email-addresses.js';
import { OWNERS_TO_REMIND } from './email-addresses.queries.js';

/** Longer than any username or address. */
const MAX_LENGTH = 254;
/** Of those who share an address. */
const MAX_ACCOUNTS = 5;
/** No answer comes sooner, so that it tells nobody how much there was to do. */
const MIN_MILLISECONDS = 400;

/** Sends a link to a new password to whoever has forgotten theirs. Whether there is such an account, who asks does not learn, neither from the answer nor from its time. */
@Injectable()
export class ForgottenPasswordsService {
  private readonly perAccount = new RateLimiterMemory({ points: 3, duration: 3600 });

  constructor(
    private readonly database: Database,
    private readonly addresses: EmailAddresses,
    private readonly resets: PasswordResets,
    private readonly mails: Mails,
    private readonly audit: AuditLog,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async requestPasswordReset(context: GraphQLContext, usernameOrEmail: string): Promise<void> {
    if (!this.mails.areOn) throw new MailIsOff();
    await Promise.all([this.sendLinks(context, usernameOrEmail), pause(MIN_MILLISECONDS)]);
  }

  private async sendLinks(context: GraphQLContext, written: string): Promise<void> {
    if (written.length > MAX_LENGTH || written.includes('\0')) return;
    const values = [keyOfAddress(written), foldName(written.trim()), MAX_ACCOUNTS];
    const owners = await this.database.rows<{ userId: string }>(OWNERS_TO_REMIND, values);
    for (const { userId } of owners) if (await this.isAdmitted(userId)) await this.sendLink(context, userId);
  }

  private async sendLink(context: GraphQLContext, userId: string): Promise<void> {
    await this.database.write({ people: [userId] }, async (tx) => {
      const address = (await this.addresses.of(userId, tx))?.address ?? null;
      if (address === null) return;
      const about = await this.resets.createMailed(tx, userId);
      await this.mails.add(tx, { kind: 'PASSWORD_RESET', userId, address, about });
      const entry = { action: AuditAction.PASSWORD_RESET_REQUESTED, subjectId: userId };
      await this.audit.record(tx, { ...entry, ...originOf(context) });
    });
  }

  /** Beyond that nothing is sent, and nobody told: a link that was sent before still works. */
  private async isAdmitted(userId: string): Promise<boolean> {
    return !this.settings.rateLimits || (await overrunOf(this.perAccount, userId)) === undefined;
  }
}
