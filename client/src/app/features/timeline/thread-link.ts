import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ThreadSummary } from '../../core/graphql/model';
import { ChatStateStore } from '../../feed/chat-state.store';
import { threadPath } from '../../feed/message-path';
import { threadMarkOf } from '../../feed/thread-reading';
import { momentInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { formatMessage } from '../../shared/language/format-message';

/** Below a message: how much hangs on it, who wrote last and when. Leads there. */
@Component({
  selector: 'app-thread-link',
  imports: [Avatar, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a [routerLink]="path()" [id]="'thread-of-' + thread().id">
      <span class="visually-hidden">{{ label() }}</span>
      <span class="faces" aria-hidden="true">
        @for (person of thread().participants; track person.id) {
          <app-avatar
            [name]="person.displayName"
            [key]="person.id"
            [picture]="person.avatarUrl"
            [size]="22"
            [guest]="person.kind === 'GUEST'"
          />
        }
      </span>
      <span class="count" aria-hidden="true">{{ count() }}</span>
      @if (unread() > 0) {
        <span class="unread" aria-hidden="true">{{ news() }}</span>
      }
      <span class="when" aria-hidden="true">{{ when() }}</span>
    </a>
  `,
  styleUrl: './thread-link.scss',
})
export class ThreadLink {
  readonly thread = input.required<ThreadSummary>();
  readonly roomId = input.required<string>();
  /** Which message it hangs on, for those who hear its name alone. */
  readonly about = input.required<string>();

  private readonly chat = inject(ChatStateStore);
  private readonly clock = inject(ServerClock);
  /** 0 also where that is not known yet: nothing has happened in it since the page was loaded. */
  protected readonly unread = computed(() => {
    const thread = this.chat.state()?.rooms.get(this.roomId())?.threads.get(this.thread().id);
    return (thread && threadMarkOf(thread)?.unreadCount) ?? 0;
  });
  protected readonly path = computed(() => threadPath(this.roomId(), this.thread().id));
  protected readonly count = computed(() => {
    const { messageCount } = this.thread();
    return formatMessage($localize`{count, plural, =1 {1 reply} other {# replies}}`, { count: messageCount });
  });
  protected readonly news = computed(() =>
    formatMessage($localize`{count, plural, =1 {1 new} other {# new}}`, { count: this.unread() }),
  );
  protected readonly when = computed(
    () => $localize`Last reply ${momentInText(this.thread().lastMessageAt, this.clock.now())}:time:`,
  );
  protected readonly label = computed(() => {
    const [replies, message, last] = [this.count(), this.about(), this.when()];
    return this.unread() > 0
      ? $localize`${replies}:replies: in the thread of ${message}:message:, ${this.news()}:unread:. ${last}:last:`
      : $localize`${replies}:replies: in the thread of ${message}:message:. ${last}:last:`;
  });
}
