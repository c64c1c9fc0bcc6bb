import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database, NO_LOCKS } from '../database/index.js';
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
const PAUSE_AFTER_FAILURE_MILLISECONDS = 5000;
const MAX_SLEEP_MILLISECONDS = 60_000;

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
  private readonly stopping = new AbortController();
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly ofHosts = new Tally();
  private running: Promise<void> | undefined;
  private isAsked = false;
  private timer: NodeJS.Timeout | undefined;

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
    if (this.settings.linkPreviews && !this.stopping.signal.aborted) this.running ??= this.run();
  }

  private async run(): Promise<void> {
    while (this.isAsked && !this.stopping.signal.aborted) {
      this.isAsked = false;
      try {
        await this.lookAtDue();
        await this.askSome();
        await this.sleepUntilNext();
      } catch (error) {
        await this.waitAfter(error);
      }
    }
    // In the same tick as the last look at `isAsked`.
    this.running = undefined;
  }

  private async lookAtDue(): Promise<void> {
    const due = await this.database.rows<{ messageId: string }>(SOME_DUE, [DUE_AT_ONCE]);
    for (const { messageId } of due) {
      if (this.stopping.signal.aborted) return;
      await this.messages.lookAt(messageId);
    }
    if (due.length === DUE_AT_ONCE) this.isAsked = true;
  }

  /** As many as there are places for. Each, once it is done, has this run again. */
  private async askSome(): Promise<void> {
    if (this.underWay.size >= MAX_AT_ONCE) return;
    const now = this.clock.now().getTime();
    const pending = await this.database.rows<Pending>(SOME_PENDING, [now, MAX_PENDING]);
    for (const preview of pending) {
      const host = URL.parse(preview.url)?.host ?? '';
      if (this.underWay.size >= MAX_AT_ONCE) return;
      if (this.underWay.has(preview.id) || this.ofHosts.of(host) >= MAX_AT_ONCE_OF_HOST) continue;
      this.ofHosts.add(host, 1);
      const asking = this.ask(preview).finally(() => {
        this.ofHosts.add(host, -1);
        this.underWay.delete(preview.id);
        this.wake();
      });
      this.underWay.set(preview.id, asking);
    }
  }

  private async ask(preview: Pending): Promise<void> {
    try {
      if (preview.attempts >= MAX_ATTEMPTS) await this.settled.settle(preview.id, null);
      else if (await this.countAttempt(preview)) await this.attempt(preview);
    } catch (error) {
      this.logger.warn(`A preview could not be made: ${String(error)}`);
    }
  }

  private async attempt({ id, url }: Pending): Promise<void> {
    try {
      await this.settled.settle(id, await this.pages.read(url, this.stopping.signal));
    } catch (error) {
      // Where the server stops, the page is not at fault.
      if (this.stopping.signal.aborted) return;
      this.logger.debug(`No preview yet: ${String(error)}`);
    }
  }

  private async countAttempt({ id, attempts }: Pending): Promise<boolean> {
    const wait = PAUSES_MILLISECONDS[attempts] ?? 0;
    const next = this.clock.now().getTime() + wait;
    const counted = await this.database.write(NO_LOCKS, (tx) => tx.rows(COUNT_ATTEMPT, [next, id]));
    return counted.length > 0;
  }

  private async sleepUntilNext(): Promise<void> {
    const [row] = await this.database.rows<{ nextAt: number | null }>(NEXT_PENDING, []);
    clearTimeout(this.timer);
    if (row?.nextAt == null || this.stopping.signal.aborted) return;
    const milliseconds = row.nextAt - this.clock.now().getTime();
    if (milliseconds <= 0) return;
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
    const { signal } = this.stopping;
    await pause(PAUSE_AFTER_FAILURE_MILLISECONDS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
