import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { ModeratorNotice } from '../../core/graphql/model';
import { SessionStore } from '../../core/session/session.store';
import { compareCodes } from '../../shared/text/compare-codes';
import { ChatStateStore } from '../../feed/chat-state.store';

/** What those who look after rooms have told the viewer, as far as it was read or has come since. */
@Injectable({ providedIn: 'root' })
export class NoticesStore {
  private readonly list = signal<readonly ModeratorNotice[]>([]);

  /** The newest first. */
  readonly notices = this.list.asReadonly();

  constructor() {
    const session = inject(SessionStore);
    effect(() => {
      if (session.userId() === null)
        untracked(() => {
          this.list.set([]);
        });
    });
    inject(ChatStateStore).events.subscribe(({ event }) => {
      if (event.__typename === 'NoticeReceived' && event.notice) this.add([event.notice]);
    });
  }

  /** What was read, beside what has come meanwhile. */
  add(notices: readonly ModeratorNotice[]): void {
    this.list.update((known) =>
      [...new Map([...known, ...notices].map((notice) => [notice.id, notice])).values()].sort((a, b) =>
        compareCodes(b.createdAt, a.createdAt),
      ),
    );
  }
}
