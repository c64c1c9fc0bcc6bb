import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MessageCard } from '../kept/later';
import { ListPage } from '../list-page';
import { NoticeCard, NoticesStore } from '../reports/later';
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
    activityRows(this.store.entries() ?? [], this.notices.notices(), this.store.hasMore()),
  );

  protected wordsOf({ message, reason }: ActivityEntry): string {
    return activityWords(reason, message.thread !== null);
  }
}
