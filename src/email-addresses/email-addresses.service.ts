import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import { Authenticator, hashOf, LinkTokens, originOf, Passwords, WrongPassword } from '../auth/index.js';
import type { Actor, GraphQLContext } from '../caller/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Journal } from '../log/index.js';
import { MailIsOff, Mails } from '../mail/index.js';
import { Clock, newId } from '../runtime/index.js';
import { UsersService } from '../users/index.js';
import { addressFrom, keyOfAddress } from './address-from.js';
import { ConfirmationThrottle } from './confirmation-throttle.js';
import { type EmailAddressType } from './email-address.type.js';
import { ConfirmationOver, GuestsHaveNoAddress, NothingToConfirm } from './email-addresses.errors.js';
import { EmailAddressChanged } from './email-addresses.events.js';
import { EmailAddresses } from './email-addresses.js';
import {
  CONFIRM_PENDING_ADDRESS,
  PENDING_ADDRESS_WITH_TOKEN,
  PUT_PENDING_ADDRESS,
  REMOVE_EMAIL_ADDRESS,
} from './email-addresses.queries.js';

const LIFETIME = 24 * 60 * 60 * 1000;
/** Longer than any token: what is hashed is bounded. */
const MAX_TOKEN = 64;

interface Pending {
  readonly userId: string;
  readonly address: string | null;
  readonly pendingAddress: string;
}

/** One's own e-mail address: set, shown to be one's own, and removed. Whoever changes it could have a new password sent to them, so each change asks for the password. */
@Injectable()
export class EmailAddressesService {
  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly addresses: EmailAddresses,
    private readonly throttle: ConfirmationThrottle,
    private readonly mails: Mails,
    private readonly links: LinkTokens,
    private readonly journal: Journal,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async setEmailAddress(
    context: GraphQLContext,
    actor: Actor,
    input: { readonly address: string; readonly currentPassword: string },
  ): Promise<EmailAddressType> {
    this.assertMayHaveOne(actor);
    const address = addressFrom(input.address);
    const passwordHash = await this.proven(context, actor, input.currentPassword);
    await this.throttle.admit(actor.userId, keyOfAddress(address));
    await this.change(actor, async (tx) => {
      await this.assertStill(tx, actor, passwordHash);
      await this.sendConfirmation(tx, actor.userId, address);
    });
    return this.shown(actor);
  }

  /** Another link to the address that waits; the one before is good no more. */
  async resendEmailConfirmation(actor: Actor): Promise<EmailAddressType> {
    this.assertMayHaveOne(actor);
    const pendingAddress = (await this.addresses.of(actor.userId))?.pendingAddress;
    if (pendingAddress == null) throw new NothingToConfirm();
    await this.throttle.admit(actor.userId, keyOfAddress(pendingAddress));
    await this.change(actor, async (tx) => {
      const stillPending = (await this.addresses.of(actor.userId, tx))?.pendingAddress;
      if (stillPending !== pendingAddress) throw new NothingToConfirm();
      await this.sendConfirmation(tx, actor.userId, pendingAddress);
    });
    return this.shown(actor);
  }

  /** By whoever has the link, signed in or not. */
  async confirmEmailAddress(context: GraphQLContext, token: string): Promise<string> {
    if (!this.mails.areOn) throw new MailIsOff();
    if (token.length > MAX_TOKEN) throw new ConfirmationOver();
    const values = [hashOf(token), this.clock.now().getTime()];
    const locks = async () => {
      const [found] = await this.database.rows<Pending>(PENDING_ADDRESS_WITH_TOKEN, values);
      return { people: found ? [found.userId] : [] };
    };
    return this.database.write(locks, async (tx) => {
      const [pending] = await tx.rows<Pending>(PENDING_ADDRESS_WITH_TOKEN, values);
      if (!pending) throw new ConfirmationOver();
      await this.confirm(tx, context, pending, hashOf(token));
      return pending.pendingAddress;
    });
  }

  async removeEmailAddress(context: GraphQLContext, actor: Actor, currentPassword: string): Promise<void> {
    this.assertMayHaveOne(actor);
    const passwordHash = await this.proven(context, actor, currentPassword);
    await this.change(actor, async (tx) => {
      await this.assertStill(tx, actor, passwordHash);
      const found = await this.addresses.of(actor.userId, tx);
      if (!found) return;
      await tx.rows(REMOVE_EMAIL_ADDRESS, [actor.userId]);
      await this.tellOldAddress(tx, actor.userId, found.address);
      const who = { actorId: actor.userId, subjectId: actor.userId, sessionId: actor.sessionId };
      await this.audit.record(tx, { action: AuditAction.EMAIL_ADDRESS_REMOVED, ...who, ...originOf(context) });
      await this.tellDevices(tx, actor.userId);
    });
  }

  private async confirm(tx: Transaction, context: GraphQLContext, pending: Pending, hash: string): Promise<void> {
    const { userId, address, pendingAddress } = pending;
    const now = this.clock.now().getTime();
    await tx.rows(CONFIRM_PENDING_ADDRESS, [keyOfAddress(pendingAddress), now, userId, hash]);
    if (address !== pendingAddress) await this.tellOldAddress(tx, userId, address);
    const about = { subjectId: userId, ...originOf(context) };
    await this.audit.record(tx, { action: AuditAction.EMAIL_ADDRESS_CONFIRMED, ...about });
    await this.tellDevices(tx, userId);
  }

  private async sendConfirmation(tx: Transaction, userId: string, address: string): Promise<void> {
    const id = newId();
    const hash = hashOf(this.links.of('confirm an address', id));
    const until = this.clock.now().getTime() + LIFETIME;
    await tx.rows(PUT_PENDING_ADDRESS, [userId, address, id, hash, until]);
    await this.mails.withdraw(tx, userId, 'ADDRESS_CONFIRMATION');
    await this.mails.add(tx, { kind: 'ADDRESS_CONFIRMATION', userId, address, about: id });
    await this.tellDevices(tx, userId);
  }

  /** Whoever lost their account to somebody else learns of it there. */
  private async tellOldAddress(tx: Transaction, userId: string, address: string | null): Promise<void> {
    if (address !== null) await this.mails.add(tx, { kind: 'ADDRESS_CHANGED', userId, address });
  }

  private async tellDevices(tx: Transaction, userId: string): Promise<void> {
    await this.journal.ofPerson(tx, EmailAddressChanged, userId, { actorId: userId, subjectId: userId });
  }

  private assertMayHaveOne({ isGuest }: Actor): void {
    if (!this.mails.areOn) throw new MailIsOff();
    if (isGuest) throw new GuestsHaveNoAddress();
  }

  /** The hash of the password that somebody has shown to know. */
  private async proven(context: GraphQLContext, { userId, sessionId }: Actor, password: string): Promise<string> {
    const { passwordHash } = await this.users.get(context, userId);
    if (passwordHash !== null && (await this.passwords.matches(password, passwordHash))) return passwordHash;
    const who = { actorId: userId, subjectId: userId, sessionId, ...originOf(context) };
    await this.audit.recordAlone({ action: AuditAction.EMAIL_ADDRESS_CHANGE_REFUSED, ...who });
    throw new WrongPassword();
  }

  /** It may have been changed since, by whoever has the account in truth. */
  private async assertStill(tx: Transaction, { userId }: Actor, passwordHash: string): Promise<void> {
    const user = await this.users.findWithin(tx, userId);
    if (user?.passwordHash !== passwordHash) throw new WrongPassword();
  }

  private change(actor: Actor, change: (tx: Transaction) => Promise<void>): Promise<void> {
    const { userId, sessionId } = actor;
    return this.database.write({ people: [userId], sessions: [sessionId] }, async (tx) => {
      await this.authenticator.assertStillSignedIn(actor, tx);
      await change(tx);
    });
  }

  private async shown({ userId }: Actor): Promise<EmailAddressType> {
    const shown = await this.addresses.shownTo(userId);
    if (!shown) throw new NothingToConfirm();
    return shown;
  }
}
