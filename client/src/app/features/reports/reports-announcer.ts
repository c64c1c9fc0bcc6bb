import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { type AppliedEvent, ChatStateStore } from '../../feed/chat-state.store';
import { Notes } from '../../shared/ui/feedback/notes';
import { noticeSentence } from './notice-words';

const SHOWN_MILLISECONDS = 10_000;

/** Tells the viewer what those who look after a room have to tell them, and those who do that a report has come. */
@Injectable({ providedIn: 'root' })
export class ReportsAnnouncer {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly notes = inject(Notes);
  private readonly router = inject(Router);

  constructor() {
    inject(ChatStateStore).events.subscribe((applied) => {
      this.tellOf(applied);
    });
  }

  private tellOf({ event, before, isNews }: AppliedEvent): void {
    if (!isNews) return;
    if (event.__typename === 'NoticeReceived' && event.notice) {
      void this.show(noticeSentence(event.notice));
    }
    if (event.__typename === 'ReportsChanged' && event.openReportCount > (before?.openReports ?? 0))
      this.announcements.say($localize`A message was reported.`);
  }

  private async show(sentence: string): Promise<void> {
    if (await this.notes.offer(sentence, $localize`Show`, { duration: SHOWN_MILLISECONDS }))
      await this.router.navigateByUrl('/chat/activity');
  }
}
