import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config/index.js';
import type { Transaction } from '../database/index.js';
import { Clock, newId } from '../runtime/index.js';
import { type MailKind, type MailStatus, priorityOf } from './mail-kinds.js';
import { ADD_MAIL, REMOVE_MAIL_OF, WITHDRAW_MAIL_OF } from './mail.queries.js';
import type { WrittenMail } from './written-mail.js';

/** An e-mail that is to be sent. */
export interface NewMail {
  readonly kind: MailKind;
  readonly userId: string;
  readonly address: string;
  /** What its writer has to know; never a secret, and nothing that may not be kept. */
  readonly about?: string | null;
}

/** An e-mail whose turn has come. */
export interface DueMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly userId: string;
  readonly address: string;
  readonly about: string | null;
  readonly attempts: number;
}

/** What is to be sent now; when to ask again; or null where it is not to be sent any more. */
export type Writing = WrittenMail | { readonly notBefore: Date } | null;

/** The feature that an e-mail is of. It is asked each time before one is sent, so that whoever may not read it any more is sent nothing. */
export interface MailWriter {
  write(mail: DueMail): Promise<Writing>;
  /** What else changes with what became of it, in the same transaction. */
  settled?(tx: Transaction, mail: DueMail, status: MailStatus): Promise<void>;
}

/** The server of an address refused it for good, in these words. */
export type OnRefusedAddress = (tx: Transaction, mail: DueMail, words: string) => Promise<void>;

/** The e-mail of this server: features say here what is to be sent, and write it when its turn has come. */
@Injectable()
export class Mails {
  private readonly writers = new Map<MailKind, MailWriter>();
  private readonly onRefused: OnRefusedAddress[] = [];
  private wakeQueue: () => void = () => undefined;

  constructor(
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Whether this server sends e-mail at all. */
  get areOn(): boolean {
    return this.settings.mailUrl !== undefined;
  }

  /** An address of the web client for a link; its path begins with a slash. */
  link(path: string): string {
    return `${this.settings.publicUrl ?? ''}${path}`;
  }

  writtenBy(kind: MailKind, writer: MailWriter): void {
    this.writers.set(kind, writer);
  }

  writerOf(kind: MailKind): MailWriter | undefined {
    return this.writers.get(kind);
  }

  whereRefused(listener: OnRefusedAddress): void {
    this.onRefused.push(listener);
  }

  async tellRefused(tx: Transaction, mail: DueMail, words: string): Promise<void> {
    for (const listener of this.onRefused) await listener(tx, mail, words);
  }

  /** In the transaction of what it is about: it is sent if that happens, once or twice under one Message-ID. */
  async add(tx: Transaction, { kind, userId, address, about = null }: NewMail): Promise<string> {
    const id = newId();
    const now = this.clock.now().getTime();
    await tx.rows(ADD_MAIL, [id, kind, userId, address, about, priorityOf(kind), now, now]);
    tx.afterCommit(() => {
      this.wakeQueue();
    });
    return id;
  }

  /** What of a kind was not sent yet is not sent any more. */
  async withdraw(tx: Transaction, userId: string, kind: MailKind): Promise<void> {
    await tx.rows(WITHDRAW_MAIL_OF, [this.clock.now().getTime(), userId, kind]);
  }

  async removeAllOf(tx: Transaction, userId: string): Promise<void> {
    await tx.rows(REMOVE_MAIL_OF, [userId]);
  }

  /** The queue says how it is woken. */
  wakes(wake: () => void): void {
    this.wakeQueue = wake;
  }
}
