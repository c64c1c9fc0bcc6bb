import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MessageCard } from '../kept';
import { ListPage, type PagedList } from '../list-page';
import { NoticeCard, NoticesStore } from '../reports';
import { activityRows } from './activity-rows';
import { activityWords } from './activity-words';
import { type ActivityEntry, ActivityStore } from './activity.store';

/** What others said to the viewer, the newest first, from all their rooms. */
@Component({
  selector: 'app-activity-page',
  imports: [ListPage, MessageCard, NoticeCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './activity-page.html',
  styles: ':host { display: contents; }',
})
export class ActivityPage {
  protected readonly store = inject(ActivityStore);
  private readonly notices = inject(NoticesStore);
  protected readonly rows = computed(() =>
    activityRows(this.store.entries() ?? [], this.notices.notices() ?? [], this.store.hasMore()),
  );
  /** Both are read together. */
  protected readonly list: PagedList = {
    mustRead: () => this.store.mustRead() || this.notices.notices() === null,
    hasMore: () => this.store.hasMore(),
    read: async () => {
      const [ofActivity, ofNotices] = await Promise.all([this.store.read(), this.notices.read()]);
      return ofActivity.ok ? ofNotices : ofActivity;
    },
    readMore: () => this.store.readMore(),
  };

  protected wordsOf({ message, reason }: ActivityEntry): string {
    return activityWords(reason, message.thread !== null);
  }
}
