import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { Mails } from '../../mail/index.js';
import { Clock, Tally } from '../../runtime/index.js';
import { NewNotifications } from '../calls/new-notifications.js';
import { NEXT_WAITING, SOME_WAITING } from './push.queries.js';
import { PushSending, type Waiting } from './push-sending.js';

const MAX_AT_ONCE = 24;
/** One push service that is slow, and one person who has registered such ones, do not take all places. */
const MAX_AT_ONCE_OF_HOST = 12;
const MAX_AT_ONCE_OF_PERSON = 4;
const WAITING_AT_ONCE = 500;
const PAUSE_AFTER_FAILURE_MILLISECONDS = 5000;
const MAX_SLEEP_MILLISECONDS = 60_000;

/**
 * Finds whom new messages call, and sends what is to be sent, a few at once. All that is to be done is in the database: whoever is killed goes on at the next start. What
 * was under way then is sent once more, which a device shows as the same notification.
 */
@Injectable()
export class PushQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('push notifications');
  private readonly stopping = new AbortController();
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly ofHosts = new Tally();
  private readonly ofPeople = new Tally();
  private running: Promise<void> | undefined;
  private isAsked = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly notifications: NewNotifications,
    private readonly sending: PushSending,
    private readonly mails: Mails,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
  }

  /** Before the database closes. What is under way is begun again at the next start. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.running;
    await Promise.all(this.underWay.values());
  }

  /** There may be something to do. */
  wake(): void {
    this.isAsked = true;
    const isNeeded = this.settings.webPush || this.mails.areOn;
    if (isNeeded && !this.stopping.signal.aborted) this.running ??= this.run();
  }

  private async run(): Promise<void> {
    while (this.isAsked && !this.stopping.signal.aborted) {
      this.isAsked = false;
      try {
        if (await this.notifications.lookAtSome(this.stopping.signal)) this.isAsked = true;
        if (this.settings.webPush) await this.sendSome();
        await this.sleepUntilNext();
      } catch (error) {
        await this.waitAfter(error);
      }
    }
    // In the same tick as the last look at `isAsked`.
    this.running = undefined;
  }

  /** As many as there are places for. Each, once it is done, has this run again. */
  private async sendSome(): Promise<void> {
    if (this.underWay.size >= MAX_AT_ONCE) return;
    const now = this.clock.now().getTime();
    for (const waiting of await this.database.rows<Waiting>(SOME_WAITING, [now, now, WAITING_AT_ONCE])) {
      if (this.underWay.size >= MAX_AT_ONCE) return;
      if (this.hasPlaceFor(waiting)) this.begin(waiting);
    }
  }

  private hasPlaceFor(waiting: Waiting): boolean {
    if (this.underWay.has(keyOf(waiting)) || this.ofHosts.of(hostOf(waiting)) >= MAX_AT_ONCE_OF_HOST) return false;
    return this.ofPeople.of(waiting.userId) < MAX_AT_ONCE_OF_PERSON;
  }

  private begin(waiting: Waiting): void {
    const taken = [
      [this.ofHosts, hostOf(waiting)],
      [this.ofPeople, waiting.userId],
    ] as const;
    for (const [tally, key] of taken) tally.add(key, 1);
    const sending = this.send(waiting).finally(() => {
      for (const [tally, key] of taken) tally.add(key, -1);
      this.underWay.delete(keyOf(waiting));
      this.wake();
    });
    this.underWay.set(keyOf(waiting), sending);
  }

  private async send(waiting: Waiting): Promise<void> {
    try {
      await this.sending.send(waiting, this.stopping.signal);
    } catch (error) {
      // Where the server stops, nobody is at fault.
      if (this.stopping.signal.aborted) return;
      this.logger.warn(`A push notification could not be sent: ${String(error)}`);
      await pauseUnless(this.stopping.signal);
    }
  }

  private async sleepUntilNext(): Promise<void> {
    const [row] = await this.database.rows<{ nextAt: number | null }>(NEXT_WAITING, [this.clock.now().getTime()]);
    clearTimeout(this.timer);
    if (row?.nextAt == null || this.stopping.signal.aborted) return;
    const milliseconds = Math.max(row.nextAt - this.clock.now().getTime(), 0);
    this.timer = setTimeout(
      () => {
        this.wake();
      },
      Math.min(milliseconds + 1, MAX_SLEEP_MILLISECONDS),
    ).unref();
  }

  private async waitAfter(error: unknown): Promise<void> {
    this.isAsked = true;
    this.logger.warn(`Tries again in ${String(PAUSE_AFTER_FAILURE_MILLISECONDS / 1000)} s: ${String(error)}`);
    await pauseUnless(this.stopping.signal);
  }
}

async function pauseUnless(signal: AbortSignal): Promise<void> {
  await pause(PAUSE_AFTER_FAILURE_MILLISECONDS, undefined, { signal, ref: false }).catch(() => undefined);
}

function keyOf({ subscriptionId, kind, subjectId }: Waiting): string {
  return `${subscriptionId}:${kind}:${subjectId}`;
}

function hostOf({ endpoint }: Waiting): string {
  return endpoint === null ? '' : (URL.parse(endpoint)?.host ?? '');
}
