import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { Notes } from '../../shared/ui/feedback/notes';
import { ListPage } from '../list-page';
import { ThreadFollowing } from '../reading';
import { type FollowedItem, FollowedThreadsStore } from './followed-threads.store';
import { ThreadCard } from './thread-card';

/** The threads that the viewer follows, where something was said last first, from all their rooms. */
@Component({
  selector: 'app-threads-page',
  imports: [ListPage, ThreadCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './threads-page.html',
  styles: ':host { display: contents; }',
})
export class ThreadsPage {
  protected readonly store = inject(FollowedThreadsStore);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly following = inject(ThreadFollowing);
  private readonly notes = inject(Notes);
  private readonly page = viewChild.required(ListPage);

  protected async unfollow({ summary, root }: FollowedItem): Promise<void> {
    const outcome = await this.following.set(summary.id, false);
    this.page().report(outcome);
    if (!outcome.ok) return;
    this.announcements.say($localize`You no longer follow this thread.`);
    this.page().focusHeading();
    const words = $localize`You no longer follow ${root.author.displayName}:name:’s thread.`;
    if (await this.notes.offer(words, $localize`Undo`, { duration: 8000 })) await this.following.set(summary.id, true);
  }
}
