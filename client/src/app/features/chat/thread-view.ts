import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { Clipboard } from '@angular/cdk/clipboard';
import { Button } from '../../shared/ui/button/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router } from '@angular/router';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { Outcome } from '../../core/graphql/problem';
import { threadPath } from '../../feed/message-path';
import { type OpenRoom, OpenRoomStore } from '../../feed/open-room.store';
import { OpenThreadStore } from '../../feed/open-thread.store';
import { floorOf } from '../../feed/room-floor';
import { threadMarkOf } from '../../feed/thread-reading';
import { TimelinePlace } from '../../feed/timeline-place';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { hovers } from '../../shared/ui/focus/hovers';
import { Icon } from '../../shared/ui/icon/icon';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { MenuLayer } from '../../shared/ui/overlay/menu-layer';
import { Notes } from '../../shared/ui/feedback/notes';
import { ClosedComposer, closedText, Composer, COMPOSER_STORES, DropArea } from '../composer';
import { ThreadFollowing } from '../reading';
import { Conversation, ThreadConversation, Timeline } from '../timeline';

/** A thread of the open room, beside it or in its place: the message that it hangs on, and what was said about that. */
@Component({
  selector: 'app-thread-view',
  imports: [
    ClosedComposer,
    Composer,
    DropArea,
    EmptyState,
    Icon,
    Button,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MenuLayer,
    Timeline,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [
    {
      provide: TimelinePlace,
      useFactory: () => {
        const open = inject(OpenRoomStore);
        return new TimelinePlace(open.roomId() ?? '', open.threadId());
      },
    },
    { provide: Conversation, useClass: ThreadConversation },
    COMPOSER_STORES,
  ],
  host: { '(keydown.escape)': 'escaped($event)' },
  templateUrl: './thread-view.html',
  styleUrl: './thread-view.scss',
})
export class ThreadView {
  readonly room = input.required<OpenRoom>();
  /** Whether it stands in the place of its room, and not beside it. */
  readonly isPage = input(false);
  readonly closed = output();

  protected readonly store = inject(OpenThreadStore);
  private readonly place = inject(TimelinePlace);
  private readonly notes = inject(Notes);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly router = inject(Router);
  private readonly timeline = viewChild(Timeline);
  private readonly composer = viewChild(Composer);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  /** Why the viewer may not write here. */
  protected readonly closedReason = computed(() => closedText(this.room().role ?? 'MEMBER', floorOf(this.room())));
  protected readonly isThere = computed(() => this.store.status() !== 'not-found');
  /** Null while there is no thread to follow. */
  protected readonly reading = computed(() => this.store.thread()?.viewerState ?? null);
  protected readonly followVerb = computed(() =>
    this.reading()?.follows ? $localize`Unfollow thread` : $localize`Follow thread`,
  );
  protected readonly closeLabel = computed(() =>
    this.isPage() ? $localize`Back to ${this.room().name}:room:` : $localize`Close thread`,
  );
  protected readonly unread = computed(() => {
    const thread = this.store.thread();
    return (thread && threadMarkOf(thread)?.unreadCount) ?? 0;
  });
  private readonly announcements = inject(AnnouncementsStore);
  private readonly clipboard = inject(Clipboard);
  private readonly following = inject(ThreadFollowing);

  constructor() {
    // Where a keyboard is at hand one can reply at once; on a phone the keyboard would cover half of the thread.
    afterNextRender(() => {
      if (hovers() && this.openRoom.threadMessage() === null) this.composer()?.focus();
      else this.title().nativeElement.focus({ preventScroll: true });
    });
    effect(() => {
      const message = this.openRoom.threadMessage();
      const timeline = this.timeline();
      if (message && timeline) untracked(() => void this.show(timeline, message.number));
    });
  }

  protected toEnd(): void {
    void this.timeline()?.toEnd();
  }

  protected editLast(): void {
    this.timeline()?.editLast();
  }

  /** What lies above the panel, or is being written, has the key first; among the messages it leads back to the box. */
  protected escaped(event: Event): void {
    if (isComposing(event) || event.defaultPrevented) return;
    const { target } = event;
    if (target instanceof Element && target.closest('app-message-editor')) return;
    event.preventDefault();
    this.closed.emit();
  }

  protected async follow(follows: boolean): Promise<void> {
    const { threadId } = this.place;
    if (threadId === null) return;
    const outcome = await this.following.set(threadId, follows);
    this.tell(outcome, follows ? $localize`You follow this thread.` : $localize`You no longer follow this thread.`);
  }

  protected async markRead(): Promise<void> {
    const outcome = await this.timeline()?.markRead();
    if (outcome) this.tell(outcome, $localize`Marked as read.`);
  }

  protected chooseDay(): void {
    void this.timeline()?.chooseDay();
  }

  protected copyLink(): void {
    const { roomId, threadId } = this.place;
    this.clipboard.copy(location.origin + threadPath(roomId, threadId ?? ''));
    this.notes.open($localize`Link copied.`, undefined, { duration: 2500 });
  }

  private tell(outcome: Outcome<unknown>, words: string): void {
    if (outcome.ok) this.announcements.say(words);
    else this.notes.open(outcome.problem.message, $localize`Close`);
  }

  /** The address has done its work then: whoever goes on reading and loads the page again is where they were. */
  private async show(timeline: Timeline, number: number): Promise<void> {
    const { roomId, threadId } = this.place;
    if (!(await timeline.showMessage(number)))
      this.notes.open($localize`That message couldn’t be found.`, $localize`Close`);
    if (threadId !== null && this.openRoom.threadId() === threadId)
      await this.router.navigateByUrl(threadPath(roomId, threadId), { replaceUrl: true });
  }
}
