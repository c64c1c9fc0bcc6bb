import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LinkTokens, hashOf, PasswordChanges, PasswordResets } from '../auth/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Journal } from '../log/index.js';
import { type DueMail, isolated, Mails, type Part, type Writing } from '../mail/index.js';
import { Clock } from '../runtime/index.js';
import { ServerLooks } from '../server-info/index.js';
import { EmailAddressChanged } from './email-addresses.events.js';
import { EmailAddresses } from './email-addresses.js';
import {
  DROP_PENDING_ADDRESS,
  NAME_OF_OWNER,
  NOTE_ADDRESS_FAILING,
  NOTE_ADDRESS_WORKS,
} from './email-addresses.queries.js';

/** Writes the e-mail that is about somebody's account: nobody can end it, for it tells of what others may do to them. */
@Injectable()
export class AccountMails implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly addresses: EmailAddresses,
    private readonly resets: PasswordResets,
    private readonly changes: PasswordChanges,
    private readonly links: LinkTokens,
    private readonly mails: Mails,
    private readonly looks: ServerLooks,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const settled = async (tx: Transaction, mail: DueMail, status: string): Promise<void> => {
      if (status === 'SENT') await this.noteWorks(tx, mail);
    };
    this.mails.writtenBy('ADDRESS_CONFIRMATION', { write: (mail) => this.confirmation(mail) });
    this.mails.writtenBy('ADDRESS_CHANGED', { write: (mail) => this.addressChanged(mail) });
    this.mails.writtenBy('PASSWORD_RESET', { write: (mail) => this.passwordReset(mail), settled });
    this.mails.writtenBy('PASSWORD_CHANGED', { write: (mail) => this.passwordChanged(mail), settled });
    this.mails.whereRefused((tx, mail, words) => this.noteFailing(tx, mail, words));
    this.changes.listen((tx, userId) => this.tellPasswordChanged(tx, userId));
  }

  private async confirmation({ userId, about, address }: DueMail): Promise<Writing> {
    const name = await this.nameOf(userId);
    const found = await this.addresses.of(userId);
    const token = this.links.of('confirm an address', about ?? '');
    const isLive = (found?.pendingUntil ?? 0) > this.clock.now().getTime();
    const isSame = found !== null && found.pendingId === about && found.pendingAddress === address;
    if (name === null || !isLive || !isSame || found.pendingTokenHash !== hashOf(token)) return null;
    return this.mail(`Confirm your e-mail address for ${this.server}`, [
      paragraph(`@${name} on ${this.server} wants to get e-mail at this address. If that is you, confirm it.`),
      { kind: 'link', words: 'Confirm this address', url: this.mails.link(`/confirm-email/${token}`) },
      paragraph('The link works once, within a day. If it is not you, you need to do nothing.'),
    ]);
  }

  private async addressChanged({ userId }: DueMail): Promise<Writing> {
    const name = await this.nameOf(userId);
    if (name === null) return null;
    return this.mail(`Your e-mail address on ${this.server} was changed`, [
      paragraph(`@${name} on ${this.server} gets no e-mail at this address any more.`),
      paragraph(
        'If it was not you who changed that, choose a new password now, and ask whoever runs the server for help.',
      ),
      { kind: 'link', words: 'Open your account', url: this.mails.link('/account') },
    ]);
  }

  private async passwordReset({ userId, about, address }: DueMail): Promise<Writing> {
    const name = await this.nameOf(userId);
    const token = about === null ? null : await this.resets.tokenOfMailed(about);
    const isTheirs = (await this.addresses.of(userId))?.address === address;
    if (name === null || token === null || !isTheirs) return null;
    return this.mail(`A new password for ${this.server}`, [
      paragraph(`Somebody, probably you, asked for a new password for @${name} on ${this.server}.`),
      { kind: 'link', words: 'Choose a new password', url: this.mails.link(`/reset/${token}`) },
      paragraph(
        'The link works once, within an hour. If you did not ask for it, you need to do nothing: your password stays as it is.',
      ),
    ]);
  }

  private async passwordChanged({ userId }: DueMail): Promise<Writing> {
    const name = await this.nameOf(userId);
    if (name === null) return null;
    return this.mail(`Your password on ${this.server} was changed`, [
      paragraph(`@${name} on ${this.server} has a new password, and all other devices were signed out.`),
      paragraph('If it was not you who changed it, have a link to another one sent to you now.'),
      { kind: 'link', words: 'I don’t know my password', url: this.mails.link('/forgot-password') },
    ]);
  }

  /** An address that waits to be confirmed may be somebody else's idea: it goes with the old password. */
  private async tellPasswordChanged(tx: Transaction, userId: string): Promise<void> {
    if (!this.mails.areOn) return;
    const found = await this.addresses.of(userId, tx);
    if (!found) return;
    if (found.pendingAddress !== null) {
      await tx.rows(DROP_PENDING_ADDRESS, [userId]);
      await this.tellDevices(tx, userId);
    }
    if (found.address !== null) await this.mails.add(tx, { kind: 'PASSWORD_CHANGED', userId, address: found.address });
  }

  private async noteFailing(tx: Transaction, { userId, address }: DueMail, words: string): Promise<void> {
    const values = [this.clock.now().getTime(), words, userId, address];
    if ((await tx.rows(NOTE_ADDRESS_FAILING, values)).length > 0) await this.tellDevices(tx, userId);
  }

  private async noteWorks(tx: Transaction, { userId, address }: DueMail): Promise<void> {
    if ((await tx.rows(NOTE_ADDRESS_WORKS, [userId, address])).length > 0) await this.tellDevices(tx, userId);
  }

  private async tellDevices(tx: Transaction, userId: string): Promise<void> {
    await this.journal.ofPerson(tx, EmailAddressChanged, userId, { actorId: null, subjectId: userId });
  }

  /** Null of somebody who is gone or disabled. */
  private async nameOf(userId: string): Promise<string | null> {
    const [row] = await this.database.rows<{ username: string }>(NAME_OF_OWNER, [userId]);
    return row ? isolated(row.username) : null;
  }

  private get server(): string {
    return isolated(this.looks.current.name);
  }

  private mail(subject: string, parts: readonly Part[]): Writing {
    return { subject, parts, unsubscribe: null };
  }
}

function paragraph(text: string): Part {
  return { kind: 'paragraph', text };
}
