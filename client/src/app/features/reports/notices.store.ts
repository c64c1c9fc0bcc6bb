import { inject, Injectable, signal } from '@angular/core';
import { filter } from 'rxjs';
import type { ModeratorNotice } from '../../core/graphql/model';
import { done, type Outcome } from '../../core/graphql/problem';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ReportRequests } from './data/report-requests';

/** What those who look after rooms have told the viewer: read when they look at it, and followed from then on. */
@Injectable({ providedIn: 'root' })
export class NoticesStore {
  private readonly requests = inject(ReportRequests);
  private readonly list = signal<readonly ModeratorNotice[] | null>(null);

  /** Null until they are read. The newest first. */
  readonly notices = this.list.asReadonly();

  constructor() {
    const chat = inject(ChatStateStore);
    chat.events.pipe(filter(({ event }) => event.__typename === 'NoticeReceived')).subscribe(({ event }) => {
      if (event.__typename === 'NoticeReceived' && event.notice) this.add(event.notice);
    });
  }

  async read(): Promise<Outcome<unknown>> {
    const outcome = await this.requests.notices();
    if (!outcome.ok) return outcome;
    this.list.set(outcome.value);
    return done(null);
  }

  private add(notice: ModeratorNotice): void {
    this.list.update((notices) => notices && [notice, ...notices.filter(({ id }) => id !== notice.id)]);
  }
}
