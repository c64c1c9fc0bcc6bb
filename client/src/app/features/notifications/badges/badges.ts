import { computed, effect, inject, Injectable } from '@angular/core';
import { PageTitle } from '../../../core/server-info/page-title';
import { UnreadStore } from '../../reading';
import { showAppBadge } from './app-badge';
import { TabIcon, type Waiting } from './tab-icon';

/** Says how much waits for the viewer where they see it without the page: in the title and the icon of the tab, and on the icon of the app. */
@Injectable({ providedIn: 'root' })
export class Badges {
  private readonly unread = inject(UnreadStore);
  private readonly waiting = computed<Waiting>(
    () => ({ unread: this.unread.total(), mentions: this.unread.mentions() }),
    { equal: (a, b) => a.unread === b.unread && a.mentions === b.mentions },
  );

  constructor() {
    const icon = inject(TabIcon);
    const title = inject(PageTitle);
    effect(() => {
      const waiting = this.waiting();
      title.count(waiting.unread);
      icon.show(waiting);
      showAppBadge(waiting);
    });
  }
}
