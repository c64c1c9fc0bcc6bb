import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MessageCard } from '../kept';
import { ListPage } from '../list-page';
import { activityWords } from './activity-words';
import { type ActivityEntry, ActivityStore } from './activity.store';

/** What others said to the viewer, the newest first, from all their rooms. */
@Component({
  selector: 'app-activity-page',
  imports: [ListPage, MessageCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './activity-page.html',
  styles: ':host { display: contents; }',
})
export class ActivityPage {
  protected readonly store = inject(ActivityStore);

  protected wordsOf({ message, reason }: ActivityEntry): string {
    return activityWords(reason, message.thread !== null);
  }
}
