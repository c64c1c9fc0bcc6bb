import { inject, Injectable, signal } from '@angular/core';
import type { ReadMessage } from '../../core/graphql/model';
import { SessionStore } from '../../core/session/session.store';
import { OutboxDatabase } from './data/outbox-database';
import { OutboxTabs } from './data/outbox-tabs';
import { isChange, isHeld, type OutboxItem, revived } from './outbox-entry';

/** All that waits, in the order in which it was done: kept in the browser over reloads, and the same in all of its tabs. */
@Injectable({ providedIn: 'root' })
export class OutboxItems {
  private readonly database = inject(OutboxDatabase);
  private readonly session = inject(SessionStore);
  private readonly tabs = inject(OutboxTabs);

  private readonly list = signal<readonly OutboxItem[]>([]);
  private readonly loaded = signal(false);
  /** By nonce: what was removed or sent, by this tab or another one, while this one read what was kept. */
  private readonly gone = new Set<string>();

  readonly all = this.list.asReadonly();
  /** Whether what an earlier page has kept is among them. */
  readonly isLoaded = this.loaded.asReadonly();

  /** Begins with what is kept of somebody. False where they are gone by then, or there is nobody. */
  async load(userId: string | null): Promise<boolean> {
    this.list.set([]);
    this.loaded.set(false);
    this.gone.clear();
    if (userId === null) return false;
    const kept = await this.database.of(userId);
    if (this.session.userId() !== userId) return false;
    this.list.update((written) => {
      const known = noncesOf(written);
      return [...revived(kept).filter(({ nonce }) => !known.has(nonce) && !this.gone.has(nonce)), ...written];
    });
    this.loaded.set(true);
    return true;
  }

  /** What the tab that sent until now had under way may not have arrived, and this one may not have heard of all that it kept. */
  async takeOver(isUnderWay: (nonce: string) => boolean): Promise<void> {
    const userId = this.session.userId();
    if (userId === null) return;
    const kept = await this.database.of(userId);
    if (this.session.userId() !== userId) return;
    this.list.update((all) => {
      const known = noncesOf(all);
      const own = all.filter(({ nonce }) => isUnderWay(nonce));
      const others = [
        ...all.filter(({ nonce }) => !isUnderWay(nonce)),
        ...kept.filter(({ nonce }) => !known.has(nonce)),
      ];
      return [...revived(others), ...own];
    });
  }

  find(nonce: string): OutboxItem | undefined {
    return this.list().find((item) => item.nonce === nonce);
  }

  add(item: OutboxItem): void {
    this.list.update((all) => [...all, item]);
    this.keep(item);
  }

  put(item: OutboxItem): void {
    this.replace(item);
    this.keep(item);
  }

  update(nonce: string, change: Partial<Pick<OutboxItem, 'state' | 'problem'>>): void {
    const item = this.find(nonce);
    if (item) this.put({ ...item, ...change });
  }

  /** Nothing is to be done with it any more. */
  remove(nonce: string): void {
    const item = this.find(nonce);
    if (item) this.tabs.tell({ userId: item.userId, nonce, item: null });
    this.drop(nonce);
    void this.database.delete(nonce);
  }

  /** The server has acknowledged it: it need not be kept any more. */
  settle({ nonce, userId }: OutboxItem, message: ReadMessage): void {
    void this.database.delete(nonce);
    this.tabs.tell({ userId, nonce, item: null, message });
  }

  /** It stays until its place in the feed is there. */
  showAsSent(item: OutboxItem): void {
    this.replace({ ...item, state: 'sent' });
  }

  /** Takes it from this page alone. */
  drop(nonce: string): void {
    if (!this.loaded()) this.gone.add(nonce);
    if (this.find(nonce)) this.list.update((all) => all.filter((item) => item.nonce !== nonce));
  }

  /** Takes it as another tab has it, which keeps it. */
  take(item: OutboxItem): void {
    if (this.find(item.nonce)) this.replace(item);
    else if (item.state !== 'sent') this.list.update((all) => [...all, item]);
  }

  private replace(item: OutboxItem): void {
    this.list.update((all) => all.map((each) => (each.nonce === item.nonce ? item : each)));
  }

  /** What waits for its files is looked after by the tab that has them. */
  private keep(item: OutboxItem): void {
    void this.database.put(item);
    const { nonce, userId } = item;
    if (isChange(item) || !isHeld(item)) this.tabs.tell({ userId, nonce, item });
  }
}

function noncesOf(items: readonly OutboxItem[]): ReadonlySet<string> {
  return new Set(items.map(({ nonce }) => nonce));
}
