import { computed, inject, Injectable, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounceTime, from, of, retry, switchMap } from 'rxjs';
import { ConnectionStore } from '../../feed/connection.store';
import { pauseBefore } from '../../shared/time/repetition';
import { PresenceRequests } from './data/presence-requests';

/** As many as the server tells of at once. */
const MAX_WATCHED = 200;
/** A list that is opened brings a hundred faces in one go. */
const TOGETHER_MILLISECONDS = 100;

/** Who is online, of those whose faces are on the screen: one subscription for all of them. */
@Injectable({ providedIn: 'root' })
export class OnlineStore {
  private readonly requests = inject(PresenceRequests);
  private readonly connection = inject(ConnectionStore);
  /** How many faces of each there are. */
  private readonly faces = signal<ReadonlyMap<string, number>>(new Map());

  private readonly watched = computed(
    () => (this.connection.state() === 'live' ? [...this.faces().keys()].sort().slice(0, MAX_WATCHED) : []),
    { equal: (a, b) => a.join() === b.join() },
  );
  private readonly online = toSignal(
    toObservable(this.watched).pipe(
      debounceTime(TOGETHER_MILLISECONDS),
      switchMap((ids) =>
        ids.length === 0
          ? of([])
          : this.requests
              .peoplePresence(ids)
              .pipe(retry({ count: 8, delay: (_error, attempt) => from(pauseBefore(attempt)), resetOnSuccess: true })),
      ),
    ),
    { initialValue: [] },
  );
  private readonly ids = computed(() => new Set(this.online()));

  isOnline(userId: string): boolean {
    return this.ids().has(userId);
  }

  /** There is a face of them on the screen, until the returned function is called. */
  watch(userId: string): () => void {
    this.count(userId, 1);
    return () => {
      this.count(userId, -1);
    };
  }

  private count(userId: string, by: number): void {
    this.faces.update((before) => {
      const faces = new Map(before);
      const count = (faces.get(userId) ?? 0) + by;
      if (count > 0) faces.set(userId, count);
      else faces.delete(userId);
      return faces;
    });
  }
}
