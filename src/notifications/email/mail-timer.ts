import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Mails } from '../../mail/index.js';
import { BackgroundWork, type Piece } from '../../reactors/index.js';
import { Clock } from '../../runtime/index.js';
import { NEXT_DIGEST, NEXT_MISSED } from './email.queries.js';

const MAX_SLEEP_MILLISECONDS = 60_000;
const MIN_SLEEP_MILLISECONDS = 1000;

/** Looks what is due to be e-mailed to people, when the next of it is due: in pieces, so that ten thousand at the same hour hold up nobody. */
@Injectable()
export class MailTimer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly pieces: Piece[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly work = new BackgroundWork('due mail', async (untilDone) => {
    for (const piece of this.pieces) if (!(await untilDone(piece))) return;
    await this.sleepUntilNext();
  });

  constructor(
    private readonly database: Database,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {}

  /** Each does some of what is due, and says whether there may be more. */
  does(piece: Piece): void {
    this.pieces.push(piece);
  }

  /** Something may be due, or due sooner than was known. */
  wake(): void {
    if (this.mails.areOn) this.work.wake();
  }

  onApplicationBootstrap(): void {
    this.wake();
  }

  /** Before the database closes. */
  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    await this.work.stop();
    clearTimeout(this.timer);
  }

  private async sleepUntilNext(): Promise<void> {
    const found = await Promise.all(
      [NEXT_MISSED, NEXT_DIGEST].map((next) => this.database.rows<{ nextAt: number | null }>(next, [])),
    );
    const next = Math.min(...found.flat().map(({ nextAt }) => nextAt ?? Infinity));
    clearTimeout(this.timer);
    if (next === Infinity) return;
    const milliseconds = Math.max(next - this.clock.now().getTime() + 1, MIN_SLEEP_MILLISECONDS);
    this.timer = setTimeout(
      () => {
        this.wake();
      },
      Math.min(milliseconds, MAX_SLEEP_MILLISECONDS),
    ).unref();
  }
}
