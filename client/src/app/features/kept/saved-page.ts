import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { SavedMessage } from '../../core/graphql/model';
import { ChatStateStore } from '../../feed/chat-state.store';
import { roomNameIn } from '../../feed/direct-rooms';
import { ListPage } from '../list-page';
import { MessageCard } from './message-card';
import { SavedStore } from './saved.store';

/** What the viewer saved for later, the newest first, from all their rooms. */
@Component({
  selector: 'app-saved-page',
  imports: [ListPage, MessageCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './saved-page.html',
  styles: ':host { display: contents; }',
})
export class SavedPage {
  protected readonly store = inject(SavedStore);
  protected readonly list = this.store.list;
  private readonly chat = inject(ChatStateStore);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly page = viewChild.required(ListPage);

  protected nameOf(room: SavedMessage['room']): string {
    return roomNameIn(this.chat.state(), room);
  }

  protected async remove({ id, room }: SavedMessage): Promise<void> {
    const outcome = await this.store.set(room.id, id, false);
    this.page().report(outcome);
    if (!outcome.ok) return;
    this.announcements.say($localize`No longer saved.`);
    this.page().focusHeading();
  }
}
