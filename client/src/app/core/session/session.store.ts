import { computed, inject, Injectable, signal } from '@angular/core';
import type { Face, Person } from '../graphql/model';
import { PrivateStorage } from './private-storage';
import type { SessionEnd } from './session-end';
import { SessionTabs } from './session-tabs';
import { SnapshotOwner } from './snapshot-owner';
import { startOver } from './start-over';
import { TokenKeeper } from './token-keeper';

/** Who is signed in at this page. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly snapshot = inject(SnapshotOwner);
  private readonly storage = inject(PrivateStorage);
  private readonly tabs = inject(SessionTabs);
  private readonly tokens = inject(TokenKeeper);

  private readonly person = signal<Face | null>(null, { equal: isSameFace });
  private readonly known = signal(false);
  private readonly ended = signal<SessionEnd | null>(null);

  readonly user = this.person.asReadonly();
  /** How the session of this page ended, where its owner did not simply sign out. */
  readonly end = this.ended.asReadonly();
  /** Whether it is clear if this browser had a session from before, or somebody has come in since. */
  readonly isKnown = this.known.asReadonly();
  readonly userId = computed(() => this.person()?.id ?? null);
  readonly status = computed(() => {
    if (this.person()) return 'signed-in';
    return this.known() ? 'signed-out' : 'restoring';
  });

  constructor() {
    this.tabs.listen((news) => {
      if (news.kind === 'signed-out') void this.leave(news.keeps);
      else if (news.kind === 'signed-in' && news.userId !== this.person()?.id) startOver();
    });
  }

  /** Whether this page goes on as this person. Where another tab has signed in as somebody else, nothing of the first person may stay on it. */
  goesOnAs(user: Face): boolean {
    const before = this.person();
    if (before && before.id !== user.id) {
      void this.snapshot.remove();
      startOver();
      return false;
    }
    this.person.set(user);
    return true;
  }

  /** What others see of whoever is signed in is another thing now. */
  show(face: Face): void {
    if (face.id === this.person()?.id) this.person.update((before) => before && { ...before, ...face });
  }

  /** Somebody has come in by themselves. */
  begin({ id }: Person): void {
    this.known.set(true);
    this.ended.set(null);
    this.tabs.tell({ kind: 'signed-in', userId: id });
  }

  /** Goes on as who was here last, to what they read last, until the server can be asked. */
  goOnAsLast(person: Face): void {
    if (!this.known()) this.person.set(person);
  }

  becomeKnown(): void {
    this.known.set(true);
  }

  /** Whoever signs out leaves nothing behind for the next one at this browser, unless they ask to keep what they have not sent. */
  async leave(keeps = false): Promise<void> {
    this.forget();
    if (!keeps) await this.storage.clear();
  }

  /** The server has ended all sessions of whoever is signed in, as they asked: with their account, or without it. */
  endEverywhere(how: 'everywhere' | 'account-deleted' = 'everywhere'): void {
    void this.leave();
    this.ended.set(how);
    this.tabs.tell({ kind: 'signed-out', keeps: false });
  }

  /** The server knows the session no more. Whoever has a password comes back, to what they were writing. */
  lose(): void {
    const person = this.person();
    this.known.set(true);
    this.forget();
    if (!person) return;
    this.tabs.tell({ kind: 'ended' });
    if (person.kind === 'GUEST') void this.storage.clear();
    this.ended.set(person.kind === 'GUEST' ? 'visit-over' : 'elsewhere');
  }

  /** What was read is nothing to come back to: it is there again with the next session. */
  private forget(): void {
    this.tokens.drop();
    this.person.set(null);
    void this.snapshot.remove();
  }
}

function isSameFace(a: Face | null, b: Face | null): boolean {
  return a?.id === b?.id && JSON.stringify(a) === JSON.stringify(b);
}
