import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { isSlowedDown } from '#rules';
import type { Message, ReadMessage, StoredFile } from '../../core/graphql/model';
import { done, isPassing, OFFLINE, type Outcome, type Problem } from '../../core/graphql/problem';
import { randomId } from '../../core/random-id';
import { SessionStore } from '../../core/session/session.store';
import { Tabs } from '../../core/tabs/tabs';
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
import { type OutboxNews, OutboxTabs } from './data/outbox-tabs';
import {
  isChange,
  isHeld,
  type MessageChange,
  nextToSend,
  outdatedBy,
  type OutboxChange,
  type OutboxEntry,
  type OutboxItem,
  revived,
} from './outbox-entry';

/** Whether the server has done it, or it waits here for the connection. */
export type ChangeResult = 'done' | 'waits';

type Where = Pick<OutboxItem, 'roomId' | 'threadRootId'>;

/**
 * What the viewer has written or changed and the server has not acknowledged. It survives reloads and dead networks, and is
 * sent again with the same nonce until the server answers, so that nothing is lost and nothing is posted twice. Of the tabs of a browser one sends, and the others
 * show what becomes of it.
 */
@Injectable({ providedIn: 'root' })
export class OutboxStore {
  private readonly chat = inject(ChatStateStore);
  private readonly clock = inject(ServerClock);
  private readonly connection = inject(ConnectionStore);
  private readonly database = inject(OutboxDatabase);
  private readonly group = inject(Tabs);
  private readonly requests = inject(OutboxRequests);
  private readonly session = inject(SessionStore);
  private readonly tabs = inject(OutboxTabs);

  private readonly all = signal<readonly OutboxItem[]>([]);
  /** By nonce: what another tab has removed or sent while this one read what was kept. */
  private readonly gone = new Set<string>();
  /** By nonce: what is on its way from this tab. */
  private readonly underWay = new Set<string>();
  private attempt = 0;
  /** By the page's uptime: until then the server wants to hear of nothing, whatever else is written. */
  private notBefore = 0;
  private cancelRetry: (() => void) | undefined;

  /** All of it, in the order in which it was done. */
  readonly items = this.all.asReadonly();
  /** The messages among it. */
  readonly entries = computed(() => this.all().filter((item): item is OutboxEntry => !isChange(item)));
  /** What is to become of messages that are there. */
  readonly changes = computed(() => this.all().filter(isChange));
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
    this.tabs.listen((news) => {
      this.hear(news);
    });
    this.group.changes.subscribe(() => {
      if (this.isSender) void this.takeOver();
    });
    this.chat.events.subscribe(({ event }) => {
      const isSent = event.__typename === 'MessageSent' || event.__typename === 'ThreadMessageSent';
      if (isSent && event.message.nonce !== null) this.settle(event.message.nonce, event.message.author.id);
    });
  }

  add(where: Where, message: Pick<OutboxEntry, 'body' | 'attachments' | 'files' | 'replyTo'>): string | null {
    const userId = this.session.userId();
    if (userId === null) return null;
    const entry: OutboxEntry = { ...this.waiting(userId), ...where, ...message };
    this.keep(entry);
    this.sendNow();
    return entry.nonce;
  }

  /** The files have arrived that a message waited for. */
  attach(nonce: string, attachments: readonly StoredFile[]): void {
    const entry = this.entries().find((each) => each.nonce === nonce);
    if (entry) this.put({ ...entry, attachments, files: [], problem: null });
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

  /** Another text for a message that waits. False where it does not wait any more. */
  edit(nonce: string, body: string): boolean {
    const entry = this.entries().find((each) => each.nonce === nonce);
    if (entry?.state !== 'waiting' && entry?.state !== 'failed') return false;
    const item: OutboxEntry = { ...entry, body, state: 'waiting', problem: null };
    this.put(item);
    this.sendNow();
    return true;
  }

  /** Changes a message now; where the server cannot be reached, as soon as it can be. What it refuses is told, and not kept. */
  async change(where: Where, change: MessageChange): Promise<Outcome<ChangeResult>> {
    const userId = this.session.userId();
    if (userId !== null && this.mustWait(change)) return this.keepChange(userId, where, change);
    const outcome = await this.ask(where.roomId, change);
    if (outcome.ok) return done('done');
    const isUnreachable = outcome.problem.code === OFFLINE && userId !== null && userId === this.session.userId();
    return isUnreachable ? this.keepChange(userId, where, change) : outcome;
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

  /** Also behind what else is to become of the same message. */
  private mustWait({ messageId }: MessageChange): boolean {
    const isSame = ({ change, state }: OutboxChange): boolean => state !== 'failed' && change.messageId === messageId;
    return this.connection.state() === 'lost' || this.changes().some(isSame);
  }

  private keepChange(userId: string, where: Where, change: MessageChange): Outcome<ChangeResult> {
    for (const { nonce } of outdatedBy(this.all(), change)) this.remove(nonce);
    this.keep({ ...this.waiting(userId), ...where, change });
    this.sendNow();
    return done('waits');
  }

  private waiting(userId: string) {
    const createdAt = this.clock.now().toISOString();
    return { nonce: randomId(), userId, createdAt, state: 'waiting', problem: null } as const;
  }

  private keep(item: OutboxItem): void {
    this.all.update((all) => [...all, item]);
    void this.database.put(item);
    this.tell(item);
  }

  /** What waits for its files is looked after by the tab that has them. */
  private tell(item: OutboxItem): void {
    const { nonce, userId } = item;
    if (isChange(item) || !isHeld(item)) this.tabs.tell({ userId, nonce, item });
  }

  /** Where tabs do not know of each other, each sends what it has, which the server takes once. */
  private get isSender(): boolean {
    const role = this.group.role();
    return role === 'leads' || role === 'alone';
  }

  /** What the tab that sent until now had under way may not have arrived, and this one may not have heard of all that it kept. */
  private async takeOver(): Promise<void> {
    const userId = this.session.userId();
    if (userId === null) return;
    const kept = await this.database.of(userId);
    if (this.session.userId() !== userId) return;
    this.all.update((all) => {
      const nonces = new Set(all.map(({ nonce }) => nonce));
      const others = kept.filter(({ nonce }) => !nonces.has(nonce));
      const [own, rest] = [all.filter((each) => this.isUnderWay(each)), all.filter((each) => !this.isUnderWay(each))];
      return [...revived([...rest, ...others]), ...own];
    });
    this.sendNow();
  }

  private isUnderWay({ nonce }: OutboxItem): boolean {
    return this.underWay.has(nonce);
  }

  /** The answer may be older than what others have done with the message by the time it comes. */
  private ask(roomId: string, change: MessageChange): Promise<Outcome<ReadMessage>> {
    return this.chat.read(
      () => this.requests.change(change),
      (state, message) => withMessage(state, roomId, message),
    );
  }

  private async load(userId: string | null): Promise<void> {
    this.all.set([]);
    this.loadedOf.set(null);
    if (userId === null) return;
    const kept = await this.database.of(userId);
    if (this.session.userId() !== userId) return;
    this.all.update((written) => {
      const nonces = new Set(written.map(({ nonce }) => nonce));
      return [...revived(kept).filter(({ nonce }) => !nonces.has(nonce) && !this.gone.has(nonce)), ...written];
    });
    this.gone.clear();
    this.loadedOf.set(userId);
    this.sendNow();
  }

  private sendNow(): void {
    if (!this.isSender) return;
    const wait = this.notBefore - uptime();
    if (wait > 0) {
      this.sendIn(wait);
      return;
    }
    this.cancelRetry?.();
    for (const item of nextToSend(this.all())) void this.send(item);
  }

  private async send(item: OutboxItem): Promise<void> {
    const { nonce } = item;
    this.underWay.add(nonce);
    this.update(nonce, { state: 'sending', problem: null });
    const outcome = await (isChange(item) ? this.ask(item.roomId, item.change) : this.post(item));
    this.underWay.delete(nonce);
    if (outcome.ok) {
      this.attempt = 0;
      this.acknowledge(item, outcome.value);
      void this.database.delete(nonce);
      this.tabs.tell({ userId: item.userId, nonce, item: null, message: outcome.value });
      this.sendNow();
    } else if (!this.isSender) {
      // Another tab sends it now, and knows more of it.
    } else if (mayPass(outcome.problem) && !this.isSlowedDown(item, outcome.problem)) {
      this.update(nonce, { state: 'waiting', problem: reasonToWait(outcome.problem) });
      this.sendLater(outcome.problem.retryAfterSeconds);
    } else {
      this.update(nonce, { state: 'failed', problem: outcome.problem.message });
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
  private acknowledge(item: OutboxItem, message: Message): void {
    const { nonce, roomId, threadRootId } = item;
    const room = this.chat.state()?.rooms.get(roomId);
    const window = (threadRootId ? room?.threads.get(threadRootId) : room)?.timeline;
    if (isChange(item) || !window || message.number <= lastNumber(window)) this.drop(nonce);
    else this.all.update((all) => all.map((entry) => (entry.nonce === nonce ? { ...entry, state: 'sent' } : entry)));
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

  private update(nonce: string, change: Partial<Pick<OutboxItem, 'state' | 'problem'>>): void {
    const item = this.all().find((each) => each.nonce === nonce);
    if (item) this.put({ ...item, ...change });
  }

  private put(item: OutboxItem): void {
    this.all.update((all) => all.map((each) => (each.nonce === item.nonce ? item : each)));
    void this.database.put(item);
    this.tell(item);
  }

  /** The server has it. */
  private settle(nonce: string, authorId: string): void {
    if (authorId === this.session.userId()) this.remove(nonce);
  }

  private remove(nonce: string): void {
    const item = this.all().find((each) => each.nonce === nonce);
    if (item) this.tabs.tell({ userId: item.userId, nonce, item: null });
    this.drop(nonce);
    void this.database.delete(nonce);
  }

  private drop(nonce: string): void {
    this.all.update((all) =>
      all.some((item) => item.nonce === nonce) ? all.filter((item) => item.nonce !== nonce) : all,
    );
  }

  /** What another tab has written, changed, removed or sent. What is on its way from here cannot be called back. */
  private hear({ item, message, nonce, userId }: OutboxNews): void {
    if (userId !== this.session.userId() || this.underWay.has(nonce)) return;
    if (item === null && !this.isLoaded()) this.gone.add(nonce);
    const known = this.all().find((each) => each.nonce === nonce);
    if (message && known) {
      this.chat.change((state) => withMessage(state, known.roomId, message));
      this.acknowledge(known, message);
    } else if (item === null) this.drop(nonce);
    else if (known) this.all.update((all) => all.map((each) => (each.nonce === nonce ? item : each)));
    else if (item.state !== 'sent') this.all.update((all) => [...all, item]);
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
