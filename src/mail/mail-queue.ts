import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Clock } from '../runtime/index.js';
import { NEXT_WAITING_MAIL, SOME_WAITING_MAIL } from './mail.queries.js';
import { MailSending, type WaitingMail } from './mail-sending.js';
import { Mails } from './mails.js';

const MAX_AT_ONCE = 4;
const WAITING_AT_ONCE = 50;
const PAUSE_AFTER_FAILURE_MILLISECONDS = 5000;
/** While the mail server does not work, one e-mail is tried now and then, and all others wait with it. */
const PAUSE_OF_SERVER_MILLISECONDS = 30_000;
const MAX_SLEEP_MILLISECONDS = 60_000;

/**
 * Sends the e-mail that is to be sent, a few at once. What is to be done is in the database: whoever is killed goes on at the next start, and what was under way then is
 * sent once more, under the same Message-ID.
 */
@Injectable()
export class MailQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('mail');
  private readonly stopping = new AbortController();
  private readonly underWay = new Map<string, Promise<void>>();
  private running: Promise<void> | undefined;
  private isAsked = false;
  private restsUntil = 0;
  private timer: NodeJS.Timeout | undefined;

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

  /** Before the database closes. What is under way is cut, and begun again at the next start. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.running;
    await Promise.all(this.underWay.values());
  }

  /** There may be something to send. */
  wake(): void {
    this.isAsked = true;
    if (this.mails.areOn && !this.stopping.signal.aborted) this.running ??= this.run();
  }

  private async run(): Promise<void> {
    while (this.isAsked && !this.stopping.signal.aborted) {
      this.isAsked = false;
      try {
        await this.sendSome();
        await this.sleepUntilNext();
      } catch (error) {
        this.isAsked = true;
        this.logger.warn(`Tries again in ${String(PAUSE_AFTER_FAILURE_MILLISECONDS / 1000)} s: ${String(error)}`);
        await this.pause();
      }
    }
    // In the same tick as the last look at `isAsked`.
    this.running = undefined;
  }

  /** As many as there are places for. Each, once it is done, has this run again. */
  private async sendSome(): Promise<void> {
    const now = this.now();
    const places = now < this.restsUntil ? 0 : this.restsUntil > 0 ? 1 : MAX_AT_ONCE;
    if (this.underWay.size >= places) return;
    for (const mail of await this.database.rows<WaitingMail>(SOME_WAITING_MAIL, [now, WAITING_AT_ONCE])) {
      if (this.underWay.size >= places) return;
      if (!this.underWay.has(mail.id)) this.begin(mail);
    }
  }

  private begin(mail: WaitingMail): void {
    const sending = this.send(mail).finally(() => {
      this.underWay.delete(mail.id);
      this.wake();
    });
    this.underWay.set(mail.id, sending);
  }

  private async send(mail: WaitingMail): Promise<void> {
    try {
      const works = await this.sending.send(mail, this.stopping.signal);
      this.restsUntil = works ? 0 : this.now() + PAUSE_OF_SERVER_MILLISECONDS;
    } catch (error) {
      // Where the server stops, nobody is at fault.
      if (this.stopping.signal.aborted) return;
      this.logger.warn(`An e-mail could not be sent: ${String(error)}`);
      await this.pause();
    }
  }

  private async sleepUntilNext(): Promise<void> {
    const [row] = await this.database.rows<{ nextAt: number | null }>(NEXT_WAITING_MAIL, [this.now()]);
    clearTimeout(this.timer);
    const next = Math.min(row?.nextAt ?? Infinity, this.restsUntil > this.now() ? this.restsUntil : Infinity);
    if (next === Infinity || this.stopping.signal.aborted) return;
    const milliseconds = Math.max(next - this.now(), 0) + 1;
    this.timer = setTimeout(
      () => {
        this.wake();
      },
      Math.min(milliseconds, MAX_SLEEP_MILLISECONDS),
    ).unref();
  }

  private now(): number {
    return this.clock.now().getTime();
  }

  private async pause(): Promise<void> {
    const { signal } = this.stopping;
    await pause(PAUSE_AFTER_FAILURE_MILLISECONDS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
