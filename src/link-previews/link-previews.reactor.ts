import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config/index.js';
import type { Transaction } from '../database/index.js';
import type { LoggedEvent } from '../log/index.js';
import { MessageEdited, MessageSent, ThreadMessageEdited, ThreadMessageSent } from '../messages/index.js';
import { type GatheringReactor, Reactors } from '../reactors/index.js';
import { Clock } from '../runtime/index.js';
import { PUT_DUE } from './link-previews.queries.js';
import { SIGNS_OF_LINKS } from './links-in.js';
import { PreviewQueue } from './preview-queue.js';

/** A preview that comes later is seen by nobody: of a server that was down, or for which they were switched on today. */
const MAX_AGE_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Notes which messages may have links to look at. It does no more, because it holds up everybody who writes. */
@Injectable()
export class LinkPreviewsReactor implements GatheringReactor, OnModuleInit {
  readonly name = 'link-previews';
  readonly kinds = [MessageSent, MessageEdited, ThreadMessageSent, ThreadMessageEdited];
  readonly begins = 'at the end';
  readonly gathersMilliseconds = 1000;

  constructor(
    private readonly reactors: Reactors,
    private readonly queue: PreviewQueue,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    if (this.settings.linkPreviews) this.reactors.add(this);
  }

  async reactToAll(tx: Transaction, events: readonly LoggedEvent[]): Promise<void> {
    const oldest = this.clock.now().getTime() - MAX_AGE_MILLISECONDS;
    const recent = events.filter(({ at }) => at.getTime() >= oldest);
    await tx.rows(PUT_DUE, [[...new Set(recent.map(({ subjectId }) => subjectId))], ...SIGNS_OF_LINKS]);
    tx.afterCommit(() => {
      this.queue.wake();
    });
  }
}
