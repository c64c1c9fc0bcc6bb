import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { Mails } from '../../mail/index.js';
import { QueueRun } from '../../reactors/index.js';
import { Clock, Tally } from '../../runtime/index.js';
import { NewNotifications } from '../calls/new-notifications.js';
import { NEXT_WAITING, SOME_WAITING } from './push.queries.js';
import { PushSending, type Waiting } from './push-sending.js';

const MAX_AT_ONCE = 24;
/** One push service that is slow, and one person who has registered such ones, do not take all places. */
const MAX_AT_ONCE_OF_HOST = 12;
const MAX_AT_ONCE_OF_PERSON = 4;
const WAITING_AT_ONCE = 500;

/**
 * Finds whom new messages call, and sends what is to be sent, a few at once. All that is to be done is in the database: whoever is killed goes on at the next start. What
 * was under way then is sent once more, which a device shows as the same notification.
 */
@Injectable()
export class PushQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly queue = new QueueRun(
    'push notifications',
    () => this.now(),
    () => this.round(),
  );
  private readonly ofHosts = new Tally();
  private readonly ofPeople = new Tally();

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

  onModuleDestroy(): Promise<void> {
    return this.queue.stop();
  }

  /** There may be something to do. */
  wake(): void {
    if (this.settings.webPush || this.mails.areOn) this.queue.wake();
  }

  private async round(): Promise<number | null> {
    if (await this.notifications.lookAtSome(this.queue.signal)) this.queue.wake();
    if (this.settings.webPush) await this.sendSome();
    const [row] = await this.database.rows<{ nextAt: number | null }>(NEXT_WAITING, [this.now()]);
    return row?.nextAt ?? null;
  }

  /** As many as there are places for. Each, once it is done, has this run again. */
  private async sendSome(): Promise<void> {
    if (this.queue.size >= MAX_AT_ONCE) return;
    const now = this.now();
    for (const waiting of await this.database.rows<Waiting>(SOME_WAITING, [now, now, WAITING_AT_ONCE])) {
      if (this.queue.size >= MAX_AT_ONCE) return;
      if (this.hasPlaceFor(waiting)) this.begin(waiting);
    }
  }

  private hasPlaceFor(waiting: Waiting): boolean {
    if (this.queue.isUnderWay(keyOf(waiting)) || this.ofHosts.of(hostOf(waiting)) >= MAX_AT_ONCE_OF_HOST) return false;
    return this.ofPeople.of(waiting.userId) < MAX_AT_ONCE_OF_PERSON;
  }

  private begin(waiting: Waiting): void {
    const taken = [
      [this.ofHosts, hostOf(waiting)],
      [this.ofPeople, waiting.userId],
    ] as const;
    for (const [tally, key] of taken) tally.add(key, 1);
    const release = (): void => {
      for (const [tally, key] of taken) tally.add(key, -1);
    };
    this.queue.begin(keyOf(waiting), () => this.sending.send(waiting, this.queue.signal), release);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function keyOf({ subscriptionId, kind, subjectId }: Waiting): string {
  return `${subscriptionId}:${kind}:${subjectId}`;
}

function hostOf({ endpoint }: Waiting): string {
  return endpoint === null ? '' : (URL.parse(endpoint)?.host ?? '');
}
