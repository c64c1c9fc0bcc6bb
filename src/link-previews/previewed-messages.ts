import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Message, plainTextOf, roomOf } from '../messages/index.js';
import { RoomJournal } from '../rooms/index.js';
import { Clock, newId, overrunOf } from '../runtime/index.js';
import { LinkPreviewsChanged } from './link-previews.events.js';
import { ADD_PREVIEW, COUNT_PENDING, IS_REMOVED, SHARED_PREVIEW, TAKE_DUE } from './link-previews.queries.js';
import { type FoundLink, linksIn } from './links-in.js';
import { type KeptLink, MessageLinks } from './message-links.js';

/** Pages that wait to be asked; for links beyond that there is no preview. */
export const MAX_PENDING = 1000;
/** Pages that are asked because of one author: whoever wants to have others bothered has to do so themselves. */
export const MAX_PAGES_OF_AUTHOR = { points: 100, duration: 60 * 60 } as const;

/** Gives messages the previews of their links: those that are there already, and those that are to be made. */
@Injectable()
export class PreviewedMessages {
  private readonly budget = new RateLimiterMemory(MAX_PAGES_OF_AUTHOR);

  constructor(
    private readonly database: Database,
    private readonly links: MessageLinks,
    private readonly journal: RoomJournal,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Once it has been sent or edited. Its words are read in the change that keeps what follows from them: an edit that comes in between is due again. */
  async lookAt(messageId: string): Promise<void> {
    await this.database.write(roomOf(messageId), async (tx) => {
      const [due] = await tx.rows(TAKE_DUE, [messageId]);
      const message = due ? await tx.em.findOne(Message, { id: messageId }) : null;
      if (message) await this.update(tx, message);
    });
  }

  private async update(tx: Transaction, message: Message): Promise<void> {
    const [removed] = await tx.rows(IS_REMOVED, [message.id]);
    const found = removed ? [] : linksIn(plainTextOf(message.content) ?? '');
    const before = await this.links.of(tx, message.id);
    if (isSame(before, found)) return;
    const after: KeptLink[] = [];
    for (const link of found) {
      const known = before.find(({ pageUrl }) => pageUrl === link.pageUrl);
      const preview = known ?? (await this.shared(tx, link)) ?? (await this.wanted(tx, link, message));
      if (preview) after.push({ ...link, previewId: preview.previewId, state: preview.state });
    }
    await this.links.replace(tx, message.id, after);
    if (isSame(before.filter(isMade), after.filter(isMade))) return;
    const { roomId, id: subjectId } = message;
    await this.journal.record(tx, LinkPreviewsChanged, { roomId, actorId: null, subjectId });
  }

  /** What somebody else has linked to a moment ago. */
  private async shared(
    tx: Transaction,
    { pageUrl }: FoundLink,
  ): Promise<Pick<KeptLink, 'previewId' | 'state'> | undefined> {
    const rows = await tx.rows<Pick<KeptLink, 'state'> & { id: string }>(SHARED_PREVIEW, [
      pageUrl,
      this.clock.now().getTime(),
    ]);
    return rows.map(({ id, state }) => ({ previewId: id, state }))[0];
  }

  private async wanted(
    tx: Transaction,
    { pageUrl }: FoundLink,
    { authorId }: Message,
  ): Promise<Pick<KeptLink, 'previewId' | 'state'> | undefined> {
    const [pending] = await tx.rows<{ count: number }>(COUNT_PENDING, []);
    if (Number(pending?.count) >= MAX_PENDING || (await this.asksForTooMuch(authorId))) return undefined;
    const previewId = newId();
    const now = this.clock.now().getTime();
    await tx.rows(ADD_PREVIEW, [previewId, pageUrl, now, now]);
    return { previewId, state: 'PENDING' };
  }

  private async asksForTooMuch(authorId: string): Promise<boolean> {
    return this.settings.rateLimits && (await overrunOf(this.budget, authorId)) !== undefined;
  }
}

function isMade({ state }: KeptLink): boolean {
  return state === 'MADE';
}

function isSame(some: readonly Pick<KeptLink, 'url'>[], others: readonly Pick<KeptLink, 'url'>[]): boolean {
  return some.length === others.length && some.every(({ url }, place) => url === others[place]?.url);
}
