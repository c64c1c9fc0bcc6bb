import { Injectable } from '@nestjs/common';
import { LinkTokens } from '../../auth/index.js';
import { EmailAddresses } from '../../email-addresses/index.js';
import { Mails, type WrittenMail } from '../../mail/index.js';
import { isId } from '../../runtime/index.js';
import { UnsubscribeLinkOver } from './email-notifications.errors.js';
import { EmailNotificationsService } from './email-notifications.service.js';

/** The kinds of e-mail that can be ended by a link: what stands for each in it, and what it turns off. */
const ENDED = { m: 'missedMessages', d: 'digest' } as const;

type Letter = keyof typeof ENDED;

const WORDS: Readonly<Record<Letter, string>> = {
  m: 'Stop e-mail about missed messages',
  d: 'Stop the daily digest',
};

/**
 * The links by which people end e-mail. They name the account, and are sealed together with its address: whoever gets mail at an address that is not the account's any more
 * ends nothing there.
 */
@Injectable()
export class Unsubscribing {
  constructor(
    private readonly service: EmailNotificationsService,
    private readonly addresses: EmailAddresses,
    private readonly links: LinkTokens,
    private readonly mails: Mails,
  ) {}

  link(letter: Letter, userId: string, address: string): WrittenMail['unsubscribe'] {
    const token = `${letter}.${userId}.${this.seal(letter, userId, address)}`;
    return { url: this.mails.link(`/unsubscribe/${token}`), words: WORDS[letter] };
  }

  async unsubscribe(token: string): Promise<void> {
    const [, letter = '', userId = '', seal = ''] = /^([md])\.([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? [];
    if (!isLetter(letter) || !isId(userId)) throw new UnsubscribeLinkOver();
    const address = (await this.addresses.of(userId))?.address ?? null;
    if (address === null || seal !== this.seal(letter, userId, address)) throw new UnsubscribeLinkOver();
    await this.service.turnOff(userId, ENDED[letter]);
  }

  private seal(letter: Letter, userId: string, address: string): string {
    return this.links.of('unsubscribe', JSON.stringify([letter, userId, address]));
  }
}

function isLetter(text: string): text is Letter {
  return text in ENDED;
}
