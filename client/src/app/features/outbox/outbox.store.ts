import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { isSlowedDown } from '#rules';
import type { Message, StoredFile } from '../../core/graphql/model';
import { isPassing, OFFLINE, type Problem } from '../../core/graphql/problem';
import { randomId } from '../../core/random-id';
import { SessionStore } from '../../core/session/session.store';
import { backoff } from '../../shared/time/backoff';
import { MIN_PAUSE, pauseOf } from '../../shared/time/repetition';
import { ServerClock } from '../../shared/time/server-clock';
import { after, uptime } from '../../shared/time/timer';
import { withMessage } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ConnectionStore } from '../../feed/connection.store';
import { lastNumber } from '../../feed/message-window';
import { OutboxDatabase } from './data/outbox-database';
import { OutboxRequests } from './data/outbox-requests';
import { nextToSend, type OutboxEntry, revived } from './outbox-entry';

/**
 * What the viewer has written and the server has not acknowledged. It survives reloads and dead networks, and is
 * sent again with the same nonce until the server answers, so that nothing is lost and nothing is posted twice.
 */
@Injectable({ providedIn: 'root' })
export class OutboxStore {
  private readonly chat = inject(ChatStateStore);
  private readonly clock = inject(ServerClock);
  private readonly connection = inject(ConnectionStore);
  private readonly database = inject(OutboxDatabase);
  private readonly requests = inject(OutboxRequests);
  private readonly session = inject(SessionStore);

  private readonly all = signal<readonly OutboxEntry[]>([]);
  private attempt = 0;
  /** By the page's uptime: until then the server wants to hear of nothing, whatever else is written. */
  private notBefore = 0;
  private cancelRetry: (() => void) | undefined;

  readonly entries = this.all.asReadonly();
  private readonly loadedOf = signal<string | null>(null);
  /** Whether what an earlier page has kept is among them. */
  readonly isLoaded = computed(() => this.loadedOf() !== null);

  constructor() {
    effect(() => {
      const userId = this.session.userId();
      untracked(() => void this.load(userId));
    });
    effect(() => {
      if (this.connection.state() === 'live')
        untracked(() => {
          this.sendNow();
        });
    });
    this.chat.events.subscribe(({ event }) => {
      const isSent = event.__typename === 'MessageSent' || event.__typename === 'ThreadMessageSent';
      if (isSent && event.message.nonce !== null) this.settle(event.message.nonce, event.message.author.id);
    });
  }

  add(
    where: Pick<OutboxEntry, 'roomId' | 'threadRootId'>,
    message: Pick<OutboxEntry, 'body' | 'attachments' | 'files' | 'replyTo'>,
  ): string | null {
    const userId = this.session.userId();
    if (userId === null) return null;
    const createdAt = this.clock.now().toISOString();
    const nonce = randomId();
    const entry: OutboxEntry = { nonce, userId, ...where, ...message, createdAt, state: 'waiting', problem: null };
    this.all.update((all) => [...all, entry]);
    void this.database.put(entry);
    this.sendNow();
    return nonce;
  }

  /** The files have arrived that a message waited for. */
  attach(nonce: string, attachments: readonly StoredFile[]): void {
    this.update(nonce, { attachments, files: [], problem: null });
    this.sendNow();
  }

  /** What a message waits for, in words. */
  explain(nonce: string, problem: string): void {
    this.update(nonce, { problem });
  }

  /** One of the files will not arrive: its sender decides. */
  fail(nonce: string, problem: string): void {
    this.update(nonce, { state: 'failed', problem });
    this.sendNow();
  }

  sendAgain(nonce: string): void {
    this.update(nonce, { state: 'waiting', problem: null });
    this.sendNow();
  }

  discard(nonce: string): void {
    this.remove(nonce);
  }

  /** Of a room that there is no more. */
  discardRoom(roomId: string): void {
    for (const entry of this.all()) if (entry.roomId === roomId) this.remove(entry.nonce);
  }

  private async load(userId: string | null): Promise<void> {
    this.all.set([]);
    this.loadedOf.set(null);
    if (userId === null) return;
    const kept = await this.database.of(userId);
    if (this.session.userId() !== userId) return;
    this.all.update((written) => {
      const nonces = new Set(written.map(({ nonce }) => nonce));
      return [...revived(kept).filter(({ nonce }) => !nonces.has(nonce)), ...written];
    });
    this.loadedOf.set(userId);
    this.sendNow();
  }

  private sendNow(): void {
    const wait = this.notBefore - uptime();
    if (wait > 0) {
      this.sendIn(wait);
      return;
    }
    this.cancelRetry?.();
    for (const entry of nextToSend(this.all())) void this.send(entry);
  }

  private async send(entry: OutboxEntry): Promise<void> {
    const { body, nonce, roomId } = entry;
    const attachmentIds = entry.attachments.map(({ id }) => id);
    this.update(nonce, { state: 'sending', problem: null });
    // The answer may be older than what others have done with the message by the time it comes.
    const outcome = await this.chat.read(
      () =>
        this.requests.send({
          ...{ roomId, body, nonce, attachmentIds },
          replyToId: entry.replyTo?.id ?? null,
          threadRootId: entry.threadRootId ?? null,
        }),
      (state, message) => withMessage(state, roomId, message),
    );
    if (outcome.ok) {
      this.attempt = 0;
      this.acknowledge(entry, outcome.value);
      this.sendNow();
    } else if (mayPass(outcome.problem) && !this.isSlowedDown(entry, outcome.problem)) {
      this.update(nonce, { state: 'waiting', problem: reasonToWait(outcome.problem) });
      this.sendLater(outcome.problem.retryAfterSeconds);
    } else {
      this.update(nonce, { state: 'failed', problem: outcome.problem.message });
      this.sendNow();
    }
  }

  /** The answer may overtake what others said just before; the message is then in its place when the feed brings it. */
  private acknowledge({ nonce, roomId, threadRootId }: OutboxEntry, message: Message): void {
    const room = this.chat.state()?.rooms.get(roomId);
    const window = (threadRootId ? room?.threads.get(threadRootId) : room)?.timeline;
    if (!window || message.number <= lastNumber(window)) {
      this.remove(nonce);
      return;
    }
    this.all.update((all) => all.map((entry) => (entry.nonce === nonce ? { ...entry, state: 'sent' } : entry)));
    void this.database.delete(nonce);
  }

  /** Slow mode holds up one room, perhaps for hours: all that was written elsewhere goes on, and whoever wrote there decides. */
  private isSlowedDown({ roomId }: OutboxEntry, { code }: Problem): boolean {
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

  private update(
    nonce: string,
    change: Partial<Pick<OutboxEntry, 'state' | 'problem' | 'attachments' | 'files'>>,
  ): void {
    this.all.update((all) => all.map((entry) => (entry.nonce === nonce ? { ...entry, ...change } : entry)));
    const entry = this.all().find((each) => each.nonce === nonce);
    if (entry) void this.database.put(entry);
  }

  /** The server has it. */
  private settle(nonce: string, authorId: string): void {
    if (authorId === this.session.userId()) this.remove(nonce);
  }

  private remove(nonce: string): void {
    this.all.update((all) =>
      all.some((entry) => entry.nonce === nonce) ? all.filter((entry) => entry.nonce !== nonce) : all,
    );
    void this.database.delete(nonce);
  }
}

/** Null where there is nothing to tell but that there is no connection. */
function reasonToWait({ code }: Problem): string | null {
  return code === OFFLINE || code === 'UNAUTHENTICATED' ? null : 'The server is busy.';
}

function mayPass(problem: Problem): boolean {
  return isPassing(problem) || problem.code === 'UNAUTHENTICATED';
}
