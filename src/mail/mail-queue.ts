import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/index.js';
import { QueueRun } from '../reactors/index.js';
import { Clock } from '../runtime/index.js';
import { NEXT_WAITING_MAIL, SOME_WAITING_MAIL } from './mail.queries.js';
import { MailSending, type WaitingMail } from './mail-sending.js';
import { Mails } from './mails.js';

const MAX_AT_ONCE = 4;
const WAITING_AT_ONCE = 50;
/** While the mail server does not work, one e-mail is tried now and then, and all others wait with it. */
const PAUSE_OF_SERVER_MILLISECONDS = 30_000;

/**
 * Sends the e-mail that is to be sent, a few at once. What is to be done is in the database: whoever is killed goes on at the next start, and what was under way then is
 * sent once more, under the same Message-ID.
 */
@Injectable()
export class MailQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly queue = new QueueRun(
    'mail',
    () => this.now(),
    () => this.round(),
  );
  private restsUntil = 0;

  constructor(
    private readonly database: Database,
    private readonly mails: Mails,
    private readonly sending: MailSending,
    private readonly clock: Clock,
  ) {
    mails.wakes(() => {
      this.wake();
    });
  }

  onApplicationBootstrap(): void {
    this.wake();
  }

  onModuleDestroy(): Promise<void> {
    return this.queue.stop();
  }

  /** There may be something to send. */
  wake(): void {
    if (this.mails.areOn) this.queue.wake();
  }

  private async round(): Promise<number | null> {
    await this.sendSome();
    const [row] = await this.database.rows<{ nextAt: number | null }>(NEXT_WAITING_MAIL, [this.now()]);
    const next = Math.min(row?.nextAt ?? Infinity, this.restsUntil > this.now() ? this.restsUntil : Infinity);
    return next === Infinity ? null : next;
  }

  /** As many as there are places for. Each, once it is done, has this run again. */
  private async sendSome(): Promise<void> {
    const now = this.now();
    const places = now < this.restsUntil ? 0 : this.restsUntil > 0 ? 1 : MAX_AT_ONCE;
    if (this.queue.size >= places) return;
    for (const mail of await this.database.rows<WaitingMail>(SOME_WAITING_MAIL, [now, WAITING_AT_ONCE])) {
      if (this.queue.size >= places) return;
      if (!this.queue.isUnderWay(mail.id)) this.queue.begin(mail.id, () => this.send(mail));
    }
  }

  private async send(mail: WaitingMail): Promise<void> {
    const works = await this.sending.send(mail, this.queue.signal);
    this.restsUntil = works ? 0 : this.now() + PAUSE_OF_SERVER_MILLISECONDS;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
