import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  viewChild,
} from '@angular/core';
import { Badges, DeviceInUse, NotificationQuestionLine, Notifier, PushRegistration } from '../notifications';
import { OutboxStore } from '../outbox';
import { ReactionsStore } from '../reactions';
import { ReportsAnnouncer } from '../reports';
import { RoomSidebar } from '../rooms';
import { PageTitle } from '../../core/server-info/page-title';
import { BrowserNotice } from '../../core/browser/browser-notice';
import { DeletedRooms } from './deleted-rooms';
import { LostRoomStore } from '../../feed/lost-room.store';
import { OpenRoomStore } from '../../feed/open-room.store';
import { ScreenReads } from '../../feed/screen-reads.store';
import { ThreadStates } from '../../feed/thread-states.store';
import { matchingMedia } from '../../shared/device/matching-media';
import { closeDialogsWithPage } from '../../shared/ui/focus/close-dialogs';
import { focusHeadingIfLost } from '../../shared/ui/focus/page-heading';
import { showTooltips } from '../../shared/ui/tooltip/tooltips';
import { hasCommandKey } from '../../shared/ui/keyboard/command-key';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { Announcer } from './announcer';
import { ChatLinks } from './chat-links';
import { ChatPages, pageTitle } from './chat-page.store';
import { ConnectionNotice } from './connection-notice';
import { loadAhead } from './load-ahead';
import { NewVersionNotice } from './new-version-notice';
import { ReadingKeys } from './reading-keys';
import { RoomPage } from './room-page';
import { ViewerButton } from './viewer-button';

/** The shell of /chat and /chat/:room: rooms beside the open one; on a phone, one or the other. */
@Component({
  selector: 'app-chat',
  imports: [
    BrowserNotice,
    ChatLinks,
    ConnectionNotice,
    NewVersionNotice,
    NotificationQuestionLine,
    RoomPage,
    RoomSidebar,
    ViewerButton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[class.in-room]': 'openRoom.roomId() !== null || pages.open() !== null',
    '(document:keydown.control.k)': 'search($event)',
    '(document:keydown.meta.k)': 'search($event)',
    '(document:keydown.control.f)': 'searchMessages($event)',
    '(document:keydown.meta.f)': 'searchMessages($event)',
    '(document:keydown.alt.shift.arrowup)': 'toUnread($event, -1)',
    '(document:keydown.alt.shift.arrowdown)': 'toUnread($event, 1)',
    '(document:keydown.shift.escape)': 'markEverything($event)',
  },
  templateUrl: './chat.html',
  styleUrl: './chat.scss',
})
export class Chat {
  protected readonly openRoom = inject(OpenRoomStore);
  protected readonly pages = inject(ChatPages);
  protected readonly reads = inject(ScreenReads);
  /** The same width as in chat.scss: the list of rooms is then a page of its own. */
  protected readonly isPhone = matchingMedia('(width < 48rem)');
  private readonly keys = inject(ReadingKeys);
  private readonly sidebar = viewChild(RoomSidebar);
  private readonly roomPage = viewChild(RoomPage);
  private readonly title = computed(() => {
    const page = this.pages.open();
    return (page === null ? this.openRoom.room()?.name : pageTitle(page)) ?? '';
  });

  constructor() {
    inject(Announcer);
    inject(Badges);
    inject(DeviceInUse);
    inject(Notifier);
    inject(PushRegistration);
    inject(ReportsAnnouncer);
    inject(DeletedRooms);
    inject(LostRoomStore);
    // What could not be sent before goes out from whichever page is opened.
    inject(OutboxStore);
    inject(ReactionsStore);
    inject(ThreadStates);
    closeDialogsWithPage();
    showTooltips();
    loadAhead();
    const title = inject(PageTitle);
    effect(() => {
      title.show(this.title());
    });
    afterRenderEffect(() => {
      this.openRoom.roomId();
      this.pages.open();
      this.reads.roomStatus();
      focusHeadingIfLost();
    });
  }

  /** To the next or the previous room with something unread. */
  protected toUnread(event: Event, step: 1 | -1): void {
    if (isComposing(event) || isOverPage(event)) return;
    event.preventDefault();
    this.keys.toUnread(step);
  }

  protected markEverything(event: Event): void {
    if (isComposing(event) || isOverPage(event)) return;
    event.preventDefault();
    void this.keys.markAll();
  }

  /** From the box of the search itself it is the browser's own. */
  protected searchMessages(event: Event): void {
    const isThere = event.target instanceof Element && event.target.closest('app-search-box') !== null;
    if (isComposing(event) || isOverPage(event) || isThere) return;
    if (!(event instanceof KeyboardEvent) || !hasCommandKey(event)) return;
    event.preventDefault();
    this.roomPage()?.openSearch();
  }

  protected search(event: Event): void {
    // Ctrl K also makes katakana of what is being composed.
    if (isComposing(event)) return;
    event.preventDefault();
    this.sidebar()?.focusSearch();
  }
}

/** What lies over the page has its own keys. */
function isOverPage({ target }: Event): boolean {
  return target instanceof Element && target.closest('.cdk-overlay-container') !== null;
}
