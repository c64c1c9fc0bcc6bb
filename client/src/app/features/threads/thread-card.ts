import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ChatStateStore } from '../../feed/chat-state.store';
import { roomNameIn } from '../../feed/direct-rooms';
import { threadPath } from '../../feed/message-path';
import { momentInText } from '../../shared/text/dates';
import { markdownToText } from '../../shared/text/markdown';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import type { FollowedItem } from './followed-threads.store';
import { formatMessage } from '../../shared/language/format-message';
import { listInText } from '../../shared/language/lists';

const MAX_WORDS = 240;

/** A thread outside of its room: the message that it hangs on, what is new in it, and the way there. */
@Component({
  selector: 'app-thread-card',
  imports: [Avatar, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.has-unread]': 'thread().unread > 0' },
  template: `
    @let root = thread().root;
    <app-avatar
      [name]="root.author.displayName"
      [key]="root.author.id"
      [picture]="root.author.avatarUrl"
      [size]="30"
      [guest]="root.author.kind === 'GUEST'"
    />
    <article [attr.aria-label]="title()">
      <p class="heading">
        <bdi class="author">{{ root.author.displayName }}</bdi>
        <span class="where">
          <time dir="auto" [attr.datetime]="root.createdAt">{{ when(root.createdAt) }}</time>
          · <bdi>{{ roomName() }}</bdi>
        </span>
      </p>
      <p class="text" dir="auto" [class.gone]="root.deletedAt">{{ words() }}</p>
      <p class="actions">
        <a [routerLink]="path()">
          <span class="visually-hidden">{{ label() }}</span>
          <span class="faces" aria-hidden="true">
            @for (person of thread().summary.participants; track person.id) {
              <app-avatar
                [name]="person.displayName"
                [key]="person.id"
                [picture]="person.avatarUrl"
                [size]="20"
                [guest]="person.kind === 'GUEST'"
              />
            }
          </span>
          <span class="count" aria-hidden="true">{{ count() }}</span>
          @if (thread().unread > 0) {
            <span class="unread" aria-hidden="true">{{ news() }}</span>
          }
          <span class="last" aria-hidden="true">{{ last() }}</span>
        </a>
        <button type="button" [attr.aria-label]="unfollowLabel()" (click)="unfollowed.emit()" i18n>Unfollow</button>
      </p>
    </article>
  `,
  styleUrls: ['../../shared/ui/card/card.scss', './thread-card.scss'],
})
export class ThreadCard {
  readonly thread = input.required<FollowedItem>();
  readonly unfollowed = output();

  private readonly clock = inject(ServerClock);
  private readonly chat = inject(ChatStateStore);
  protected readonly roomName = computed(() => roomNameIn(this.chat.state(), this.thread().room));
  protected readonly path = computed(() => threadPath(this.thread().room.id, this.thread().summary.id));
  protected readonly words = computed(() => {
    const { attachments, body, deletedAt } = this.thread().root;
    if (deletedAt !== null) return $localize`This message was deleted.`;
    const words = markdownToText(body.slice(0, 4 * MAX_WORDS))
      .slice(0, MAX_WORDS)
      .trim();
    return words === '' ? listInText(attachments.map(({ name }) => name)) : words;
  });
  protected readonly title = computed(
    () => $localize`Thread of ${this.thread().root.author.displayName}:name: in ${this.roomName()}:room:`,
  );
  private readonly about = computed(
    () => $localize`${this.thread().root.author.displayName}:name:: ${this.words().slice(0, 40)}:words:`,
  );
  protected readonly unfollowLabel = computed(() => $localize`Unfollow the thread of ${this.about()}:message:`);
  protected readonly count = computed(() => {
    const { messageCount } = this.thread().summary;
    return formatMessage($localize`{count, plural, =1 {1 reply} other {# replies}}`, { count: messageCount });
  });
  protected readonly news = computed(() =>
    formatMessage($localize`{count, plural, =1 {1 new} other {# new}}`, { count: this.thread().unread }),
  );
  protected readonly last = computed(
    () => $localize`Last reply ${this.when(this.thread().summary.lastMessageAt)}:time:`,
  );
  /** Put together here: between two elements a screen reader would make a pause before the comma. */
  protected readonly label = computed(() => {
    const { unread } = this.thread();
    const [thread, replies, last] = [this.about(), this.count(), this.last()];
    return unread > 0
      ? $localize`Open the thread of ${thread}:message:. ${replies}:replies:, ${this.news()}:unread:. ${last}:last:`
      : $localize`Open the thread of ${thread}:message:. ${replies}:replies:. ${last}:last:`;
  });

  protected when(at: string): string {
    return momentInText(at, this.clock.now());
  }
}
