import { effect, inject, Injectable } from '@angular/core';
import { SessionStore } from '../../core/session/session.store';
import { Tabs } from '../../core/tabs/tabs';
import { tabsOf } from './tabs-of-viewer';

/** For pages beside the chat: what is live on them comes over the connection of a tab that has the chat, where one is open. */
@Injectable({ providedIn: 'root' })
export class SharedConnection {
  private readonly session = inject(SessionStore);
  private readonly tabs = inject(Tabs);

  constructor() {
    effect(() => {
      const userId = this.session.userId();
      if (userId !== null) this.tabs.visit(tabsOf(userId));
    });
  }
}
