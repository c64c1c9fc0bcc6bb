import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../config/index.js';
import { jwtSecret } from './jwt-secret.js';

/** What a link in an e-mail does. A link of one kind is nothing to another. */
export type LinkPurpose = 'confirm an address' | 'reset a password' | 'unsubscribe';

/**
 * The tokens of links that are sent by e-mail. Each follows from what it is about and a key of the server's, so that an e-mail that is sent a second time has the same link;
 * whoever can read the database alone makes none.
 */
@Injectable()
export class LinkTokens {
  private readonly key: Buffer;

  constructor(@InjectSettings() settings: Settings) {
    this.key = createHmac('sha256', jwtSecret(settings)).update('links in e-mail').digest();
  }

  /** 43 characters of base64url. */
  of(purpose: LinkPurpose, about: string): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([purpose, about]))
      .digest('base64url');
  }
}
