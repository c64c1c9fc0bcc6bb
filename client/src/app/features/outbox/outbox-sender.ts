import { effect, inject, Injectable, untracked } from '@angular/core';
import { backoff, MIN_PAUSE, pauseOf } from '#feed-core';
import { isSlowedDown } from '#rules';
import type { Message, ReadMessage } from '../../core/graphql/model';
import { isPassing, OFFLINE, type Outcome, type Problem } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { Tabs } from '../../core/tabs/tabs';
import { withMessage } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ConnectionStore } from '../../feed/connection.store';
import { lastNumber } from '../../feed/message-window';
import { after, uptime } from '../../shared/time/timer';
import { OutboxRequests } from './data/outbox-requests';
import { type OutboxNews, OutboxTabs } from './data/outbox-tabs';
import { isChange, type MessageChange, nextToSend, type OutboxEntry, type OutboxItem } from './outbox-entry';
import { OutboxItems } from './outbox-items';

/**
 * Sends what waits, again with the same nonce until the server answers, so that nothing is lost and nothing is posted twice. Of the tabs of a browser one sends, and the
 * others show what becomes of it.
 */
@Injectable({ providedIn: 'root' })
export class OutboxSender {
  private readonly chat = inject(ChatStateStore);
  private readonly connection = inject(ConnectionStore);
  private readonly group = inject(Tabs);
  private readonly items = inject(OutboxItems);
  private readonly requests = inject(OutboxRequests);
  private readonly session = inject(SessionStore);

  /** By nonce: what is on its way from this tab. */
  private readonly underWay = new Set<string>();
  private attempt = 0;
  /** By the page's uptime: until then the server wants to hear of nothing, whatever else is written. */
  private notBefore = 0;
  private cancelRetry: (() => void) | undefined;

  constructor() {
    effect(() => {
      const userId = this.session.userId();
      untracked(() => void this.begin(userId));
    });
    effect(() => {
      if (this.connection.state() === 'live')
        untracked(() => {
          this.sendNow();
        });
    });
    inject(OutboxTabs).listen((news) => {
      this.hear(news);
    });
    this.group.changes.subscribe(() => {
      if (this.isSender) void this.takeOver();
    });
    this.chat.events.subscribe(({ event }) => {
      const isSent = event.__typename === 'MessageSent' || event.__typename === 'ThreadMessageSent';
      if (!isSent || event.message.author.id !== this.session.userId()) return;
      if (event.message.nonce !== null) this.items.remove(event.message.nonce);
    });
  }

  /** What may go now: nothing where another tab sends, or the server wants to hear of nothing yet. */
  sendNow(): void {
    if (!this.isSender) return;
    const wait = this.notBefore - uptime();
    if (wait > 0) {
      this.sendIn(wait);
      return;
    }
    this.cancelRetry?.();
    for (const item of nextToSend(this.items.all())) void this.send(item);
  }

  /** Asks for a change at once, whatever waits. The answer may be older than what others have done with the message by the time it comes. */
  ask(roomId: string, change: MessageChange): Promise<Outcome<ReadMessage>> {
    return this.chat.read(
      () => this.requests.change(change),
      (state, message) => withMessage(state, roomId, message),
    );
  }

  /** Where tabs do not know of each other, each sends what it has, which the server takes once. */
  private get isSender(): boolean {
    const role = this.group.role();
    return role === 'leads' || role === 'alone';
  }

  private async begin(userId: string | null): Promise<void> {
    if (await this.items.load(userId)) this.sendNow();
  }

  private async takeOver(): Promise<void> {
    await this.items.takeOver((nonce) => this.underWay.has(nonce));
    this.sendNow();
  }

  private async send(item: OutboxItem): Promise<void> {
    const { nonce } = item;
    this.underWay.add(nonce);
    this.items.update(nonce, { state: 'sending', problem: null });
    const outcome = await (isChange(item) ? this.ask(item.roomId, item.change) : this.post(item));
    this.underWay.delete(nonce);
    if (outcome.ok) {
      this.attempt = 0;
      this.acknowledge(item, outcome.value);
      this.items.settle(item, outcome.value);
      this.sendNow();
    } else if (!this.isSender) {
      // Another tab sends it now, and knows more of it.
    } else if (mayPass(outcome.problem) && !this.isSlowedDown(item, outcome.problem)) {
      this.items.update(nonce, { state: 'waiting', problem: reasonToWait(outcome.problem) });
      this.sendLater(outcome.problem.retryAfterSeconds);
    } else {
      this.items.update(nonce, { state: 'failed', problem: outcome.problem.message });
      this.sendNow();
    }
  }

  /** The answer may be older than what others have done with the message by the time it comes. */
  private post(entry: OutboxEntry): Promise<Outcome<ReadMessage>> {
    const { body, nonce, roomId } = entry;
    const attachmentIds = entry.attachments.map(({ id }) => id);
    return this.chat.read(
      () =>
        this.requests.send({
          ...{ roomId, body, nonce, attachmentIds },
          replyToId: entry.replyTo?.id ?? null,
          threadRootId: entry.threadRootId ?? null,
        }),
      (state, message) => withMessage(state, roomId, message),
    );
  }

  /** The answer may overtake what others said just before; the message is then in its place when the feed brings it. */
  private acknowledge({ nonce, roomId, threadRootId }: OutboxItem, message: Message): void {
    const item = this.items.find(nonce);
    const room = this.chat.state()?.rooms.get(roomId);
    const window = (threadRootId ? room?.threads.get(threadRootId) : room)?.timeline;
    if (!item || isChange(item) || !window || message.number <= lastNumber(window)) this.items.drop(nonce);
    else this.items.showAsSent(item);
  }

  /** Slow mode holds up one room, perhaps for hours: all that was written elsewhere goes on, and whoever wrote there decides. */
  private isSlowedDown({ roomId }: OutboxItem, { code }: Problem): boolean {
    const own = this.chat.state()?.rooms.get(roomId);
    return code === 'RATE_LIMITED' && own !== undefined && isSlowedDown(own.role, own.room);
  }

  private sendLater(seconds: number | null): void {
    const least = seconds === null ? MIN_PAUSE : pauseOf(seconds);
    this.notBefore = uptime() + least;
    this.sendIn(Math.max(backoff(this.attempt++), least));
  }

  private sendIn(delay: number): void {
    this.cancelRetry?.();
    this.cancelRetry = after(delay, () => {
      this.sendNow();
    });
  }

  /** What another tab has written, changed, removed or sent. What is on its way from here cannot be called back. */
  private hear({ item, message, nonce, userId }: OutboxNews): void {
    if (userId !== this.session.userId() || this.underWay.has(nonce)) return;
    const known = this.items.find(nonce);
    if (message && known) {
      this.chat.change((state) => withMessage(state, known.roomId, message));
      this.acknowledge(known, message);
    } else if (item === null) this.items.drop(nonce);
    else this.items.take(item);
    this.sendNow();
  }
}

/** Null where there is nothing to tell but that there is no connection. */
function reasonToWait({ code }: Problem): string | null {
  return code === OFFLINE || code === 'UNAUTHENTICATED' ? null : $localize`The server is busy.`;
}

function mayPass(problem: Problem): boolean {
  return isPassing(problem) || problem.code === 'UNAUTHENTICATED';
}
