import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { ReadMarks } from '../reading';
import { RoomsStore } from '../rooms';

/** What keys do with all that is unread: lead to it, and mark it as read. */
@Injectable({ providedIn: 'root' })
export class ReadingKeys {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly marks = inject(ReadMarks);
  private readonly notes = inject(MatSnackBar);
  private readonly rooms = inject(RoomsStore);
  private readonly router = inject(Router);

  /** To the next or the previous room of the list with something unread. */
  toUnread(event: Event, step: 1 | -1): void {
    if (!isOurs(event)) return;
    event.preventDefault();
    const roomId = this.rooms.nextUnread(step);
    if (roomId === null) this.announcements.say('Nothing else is unread.');
    else void this.router.navigate(['/chat', roomId]);
  }

  markEverything(event: Event): void {
    if (!isOurs(event)) return;
    event.preventDefault();
    void this.markAll();
  }

  async markAll(): Promise<void> {
    const outcome = await this.marks.markEverything();
    if (outcome.ok) this.announcements.say('All rooms are marked as read.');
    else this.notes.open(outcome.problem.message, 'Close');
  }
}

/** What lies over the page, and what is being composed, has its own keys. */
function isOurs(event: Event): boolean {
  const { target } = event;
  return !isComposing(event) && !(target instanceof Element && target.closest('.cdk-overlay-container'));
}
