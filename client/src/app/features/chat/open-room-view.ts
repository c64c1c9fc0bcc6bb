import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { ClosedComposer, closedText, Composer, COMPOSER_STORES, DropArea } from '../composer';
import { TypingLine } from '../presence';
import { UnreadStore } from '../reading';
import { Conversation, RoomConversation, Timeline } from '../timeline';
import { hovers } from '../../shared/ui/focus/hovers';
import { type OpenRoom, OpenRoomStore } from '../../feed/open-room.store';
import { floorOf } from '../../feed/room-floor';
import { TimelinePlace } from '../../feed/timeline-place';
import { Notes } from '../../shared/ui/feedback/notes';

@Component({
  selector: 'app-open-room-view',
  imports: [ClosedComposer, Composer, DropArea, Timeline, TypingLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [
    { provide: TimelinePlace, useFactory: () => new TimelinePlace(inject(OpenRoomStore).roomId() ?? '') },
    { provide: Conversation, useClass: RoomConversation },
    COMPOSER_STORES,
  ],
  template: `
    <app-drop-area [roomName]="room().name" [isClosed]="closedReason() !== null">
      <app-timeline [roomName]="beginning()" [label]="messagesWords()" />
      @if (closedReason(); as sentence) {
        <app-closed-composer [text]="sentence" [archived]="room().archivedAt !== null" />
      } @else {
        <app-composer [label]="writeLabel()" (sent)="timeline().toEnd()" (editLast)="timeline().editLast()" />
        <app-typing-line />
      }
    </app-drop-area>
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      min-height: 0;
      padding-bottom: env(safe-area-inset-bottom);
    }
  `,
})
export class OpenRoomView {
  readonly room = input.required<OpenRoom>();

  protected readonly messagesWords = computed(() => {
    const { kind, name } = this.room();
    return kind === 'DIRECT' && this.openRoom.others()?.length !== 0
      ? $localize`Messages with ${name}:name:`
      : $localize`Messages in ${name}:room:`;
  });
  protected readonly writeLabel = computed(() => $localize`Message to ${this.room().name}:room:`);
  /** Of what the first message is the start. */
  protected readonly beginning = computed(() => {
    const { kind, name } = this.room();
    if (kind !== 'DIRECT') return name;
    return this.openRoom.others()?.length === 0
      ? $localize`your notes, which nobody else sees`
      : $localize`your conversation with ${name}:name:`;
  });
  /** Why the viewer may not write here. */
  protected readonly closedReason = computed(() => closedText(this.room().role ?? 'MEMBER', floorOf(this.room())));
  protected readonly timeline = viewChild.required(Timeline);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly notes = inject(Notes);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly router = inject(Router);
  private readonly unread = inject(UnreadStore);
  private readonly composer = viewChild(Composer);

  constructor() {
    // Where a keyboard is at hand one can write at once; on a phone the keyboard would cover half of the room.
    afterNextRender(() => {
      if (hovers() && this.openRoom.message() === null && this.openRoom.threadId() === null) this.focusComposer();
    });
    effect(() => {
      const message = this.openRoom.message();
      if (message) untracked(() => void this.show(message.number));
    });
  }

  chooseDay(): void {
    void this.timeline().chooseDay();
  }

  /** Takes all that is unread here as read. */
  async markRead(): Promise<void> {
    const hadUnread = this.unread.of(this.room().id).unread > 0;
    const outcome = await this.timeline().markRead();
    if (!outcome.ok) this.notes.open(outcome.problem.message, $localize`Close`);
    else if (hadUnread) this.announcements.say($localize`Marked as read.`);
  }

  focusComposer(): void {
    this.composer()?.focus();
  }

  /** The address has done its work then: whoever goes on reading and loads the page again is where they were. */
  private async show(number: number): Promise<void> {
    const { id } = this.room();
    if (!(await this.timeline().showMessage(number)))
      this.notes.open($localize`That message couldn’t be found.`, $localize`Close`);
    if (this.openRoom.roomId() === id && this.openRoom.threadId() === null)
      await this.router.navigate(['/chat', id], { replaceUrl: true });
  }
}
