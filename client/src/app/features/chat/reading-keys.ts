import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { Notes } from '../../shared/ui/feedback/notes';
import { ReadMarks } from '../reading';
import { RoomsStore } from '../rooms';

/** What keys do with all that is unread: lead to it, and mark it as read. */
@Injectable({ providedIn: 'root' })
export class ReadingKeys {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly marks = inject(ReadMarks);
  private readonly notes = inject(Notes);
  private readonly rooms = inject(RoomsStore);
  private readonly router = inject(Router);

  /** To the next or the previous room of the list with something unread, in it or in its threads. */
  toUnread(step: 1 | -1): void {
    const roomId = this.rooms.nextUnread(step);
    if (roomId === null) this.announcements.say($localize`Nothing else is unread.`);
    else void this.router.navigate(['/chat', roomId]);
  }

  async markAll(): Promise<void> {
    const outcome = await this.marks.markEverything();
    if (outcome.ok) this.announcements.say($localize`Everything is marked as read.`);
    else this.notes.open(outcome.problem.message, $localize`Close`);
  }
}
