import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database, NO_LOCKS } from '../database/index.js';
import { QueueRun } from '../reactors/index.js';
import { Clock, Tally } from '../runtime/index.js';
import { COUNT_ATTEMPT, NEXT_PENDING, SOME_DUE, SOME_PENDING } from './link-previews.queries.js';
import { PageReader } from './page-reader.js';
import { PreviewedMessages, MAX_PENDING } from './previewed-messages.js';
import { SettledPreviews } from './settled-previews.js';

const MAX_AT_ONCE = 4;
/** One slow host is not to take all places. */
const MAX_AT_ONCE_OF_HOST = 2;
const DUE_AT_ONCE = 100;
/** After the first attempt, and after the second. The third is the last, and what is left then is settled at once. */
const PAUSES_MILLISECONDS = [5_000, 60_000] as const;
const MAX_ATTEMPTS = PAUSES_MILLISECONDS.length + 1;

interface Pending {
  readonly id: string;
  readonly url: string;
  readonly attempts: number;
}

/**
 * Makes the previews that are to be made, a few at once. All that is to be done is in the database: whoever is killed goes on at the next start. An attempt
 * is counted before it is made, so that a page which brings the server down is not asked for ever.
 */
@Injectable()
export class PreviewQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('link previews');
  private readonly queue = new QueueRun(
    'link previews',
    () => this.now(),
    () => this.round(),
  );
  private readonly ofHosts = new Tally();

  constructor(
    private readonly database: Database,
    private readonly messages: PreviewedMessages,
    private readonly pages: PageReader,
    private readonly settled: SettledPreviews,
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
    if (this.settings.linkPreviews) this.queue.wake();
  }

  private async round(): Promise<number | null> {
    await this.lookAtDue();
    await this.askSome();
    const [row] = await this.database.rows<{ nextAt: number | null }>(NEXT_PENDING, []);
    // What is due waits for a place: it is asked for when one is free.
    return row?.nextAt != null && row.nextAt > this.now() ? row.nextAt : null;
  }

  private async lookAtDue(): Promise<void> {
    const due = await this.database.rows<{ messageId: string }>(SOME_DUE, [DUE_AT_ONCE]);
    for (const { messageId } of due) {
      if (this.queue.signal.aborted) return;
      await this.messages.lookAt(messageId);
    }
    if (due.length === DUE_AT_ONCE) this.queue.wake();
  }

  /** As many as there are places for. Each, once it is done, has this run again. */
  private async askSome(): Promise<void> {
    if (this.queue.size >= MAX_AT_ONCE) return;
    const now = this.now();
    const pending = await this.database.rows<Pending>(SOME_PENDING, [now, MAX_PENDING]);
    for (const preview of pending) {
      const host = URL.parse(preview.url)?.host ?? '';
      if (this.queue.size >= MAX_AT_ONCE) return;
      if (this.queue.isUnderWay(preview.id) || this.ofHosts.of(host) >= MAX_AT_ONCE_OF_HOST) continue;
      this.ofHosts.add(host, 1);
      const release = (): void => {
        this.ofHosts.add(host, -1);
      };
      this.queue.begin(preview.id, () => this.ask(preview), release);
    }
  }

  private async ask(preview: Pending): Promise<void> {
    if (preview.attempts >= MAX_ATTEMPTS) await this.settled.settle(preview.id, null);
    else if (await this.countAttempt(preview)) await this.attempt(preview);
  }

  private async attempt({ id, url }: Pending): Promise<void> {
    try {
      await this.settled.settle(id, await this.pages.read(url, this.queue.signal));
    } catch (error) {
      // Where the server stops, the page is not at fault.
      if (this.queue.signal.aborted) return;
      this.logger.debug(`No preview yet: ${String(error)}`);
    }
  }

  private async countAttempt({ id, attempts }: Pending): Promise<boolean> {
    const wait = PAUSES_MILLISECONDS[attempts] ?? 0;
    const next = this.now() + wait;
    const counted = await this.database.write(NO_LOCKS, (tx) => tx.rows(COUNT_ATTEMPT, [next, id]));
    return counted.length > 0;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
