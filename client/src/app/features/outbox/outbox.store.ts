import { computed, inject, Injectable } from '@angular/core';
import type { StoredFile } from '../../core/graphql/model';
import { done, OFFLINE, type Outcome } from '../../core/graphql/problem';
import { randomId } from '../../core/random-id';
import { SessionStore } from '../../core/session/session.store';
import { ConnectionStore } from '../../feed/connection.store';
import { ServerClock } from '../../shared/time/server-clock';
import {
  isChange,
  type MessageChange,
  outdatedBy,
  type OutboxChange,
  type OutboxEntry,
  type OutboxItem,
} from './outbox-entry';
import { OutboxItems } from './outbox-items';
import { OutboxSender } from './outbox-sender';

/** Whether the server has done it, or it waits here for the connection. */
export type ChangeResult = 'done' | 'waits';

type Where = Pick<OutboxItem, 'roomId' | 'threadRootId'>;

/** What the viewer has written or changed and the server has not acknowledged. It survives reloads and dead networks. */
@Injectable({ providedIn: 'root' })
export class OutboxStore {
  private readonly clock = inject(ServerClock);
  private readonly connection = inject(ConnectionStore);
  private readonly kept = inject(OutboxItems);
  private readonly sender = inject(OutboxSender);
  private readonly session = inject(SessionStore);

  /** All of it, in the order in which it was done. */
  readonly items = this.kept.all;
  /** The messages among it. */
  readonly entries = computed(() => this.items().filter((item): item is OutboxEntry => !isChange(item)));
  /** What is to become of messages that are there. */
  readonly changes = computed(() => this.items().filter(isChange));
  /** Whether what an earlier page has kept is among them. */
  readonly isLoaded = this.kept.isLoaded;

  add(where: Where, message: Pick<OutboxEntry, 'body' | 'attachments' | 'files' | 'replyTo'>): string | null {
    const userId = this.session.userId();
    if (userId === null) return null;
    const entry: OutboxEntry = { ...this.waiting(userId), ...where, ...message };
    this.kept.add(entry);
    this.sender.sendNow();
    return entry.nonce;
  }

  /** The files have arrived that a message waited for. */
  attach(nonce: string, attachments: readonly StoredFile[]): void {
    const entry = this.entry(nonce);
    if (entry) this.kept.put({ ...entry, attachments, files: [], problem: null });
    this.sender.sendNow();
  }

  /** What a message waits for, in words. */
  explain(nonce: string, problem: string): void {
    this.kept.update(nonce, { problem });
  }

  /** One of the files will not arrive: its sender decides. */
  fail(nonce: string, problem: string): void {
    this.kept.update(nonce, { state: 'failed', problem });
    this.sender.sendNow();
  }

  /** Another text for a message that waits. False where it does not wait any more. */
  edit(nonce: string, body: string): boolean {
    const entry = this.entry(nonce);
    if (entry?.state !== 'waiting' && entry?.state !== 'failed') return false;
    this.kept.put({ ...entry, body, state: 'waiting', problem: null });
    this.sender.sendNow();
    return true;
  }

  /** Changes a message now; where the server cannot be reached, as soon as it can be. What it refuses is told, and not kept. */
  async change(where: Where, change: MessageChange): Promise<Outcome<ChangeResult>> {
    const userId = this.session.userId();
    if (userId !== null && this.mustWait(change)) return this.keepChange(userId, where, change);
    const outcome = await this.sender.ask(where.roomId, change);
    if (outcome.ok) return done('done');
    const isUnreachable = outcome.problem.code === OFFLINE && userId !== null && userId === this.session.userId();
    return isUnreachable ? this.keepChange(userId, where, change) : outcome;
  }

  sendAgain(nonce: string): void {
    this.kept.update(nonce, { state: 'waiting', problem: null });
    this.sender.sendNow();
  }

  discard(nonce: string): void {
    this.kept.remove(nonce);
  }

  /** Of a room that there is no more. */
  discardRoom(roomId: string): void {
    for (const item of this.items()) if (item.roomId === roomId) this.kept.remove(item.nonce);
  }

  private entry(nonce: string): OutboxEntry | undefined {
    return this.entries().find((each) => each.nonce === nonce);
  }

  /** Also behind what else is to become of the same message. */
  private mustWait({ messageId }: MessageChange): boolean {
    const isSame = ({ change, state }: OutboxChange): boolean => state !== 'failed' && change.messageId === messageId;
    return this.connection.state() === 'lost' || this.changes().some(isSame);
  }

  private keepChange(userId: string, where: Where, change: MessageChange): Outcome<ChangeResult> {
    for (const { nonce } of outdatedBy(this.items(), change)) this.kept.remove(nonce);
    this.kept.add({ ...this.waiting(userId), ...where, change });
    this.sender.sendNow();
    return done('waits');
  }

  private waiting(userId: string) {
    const createdAt = this.clock.now().toISOString();
    return { nonce: randomId(), userId, createdAt, state: 'waiting', problem: null } as const;
  }
}
