import { Injectable } from '@nestjs/common';
import { Database, type Reader } from '../database/index.js';
import { type EmailAddressRow, emailAddressIn, type EmailAddressType } from './email-address.type.js';
import { EMAIL_ADDRESS_OF } from './email-addresses.queries.js';

/** Reads where people get e-mail. */
@Injectable()
export class EmailAddresses {
  constructor(private readonly database: Database) {}

  /** For themselves alone. */
  async shownTo(userId: string): Promise<EmailAddressType | null> {
    const row = await this.of(userId);
    return row && emailAddressIn(row);
  }

  async of(userId: string, where: Reader = this.database): Promise<EmailAddressRow | null> {
    const [row] = await where.rows<EmailAddressRow>(EMAIL_ADDRESS_OF, [userId]);
    return row ?? null;
  }
}
