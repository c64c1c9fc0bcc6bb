import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Person } from '../../core/graphql/model';
import { formatMessage } from '../../shared/language/format-message';
import { remarksInText } from '../../shared/language/lists';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Icon } from '../../shared/ui/icon/icon';
import { OnlineStore } from '../presence';

@Component({
  selector: 'app-room-link',
  imports: [Avatar, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './room-link.html',
  styleUrl: './room-link.scss',
})
export class RoomLink {
  readonly roomId = input.required<string>();
  readonly name = input.required<string>();
  readonly open = input(false);
  readonly locked = input(false);
  /** Whom a direct room is for beside the viewer; null of all others. */
  readonly company = input<readonly Person[] | null>(null);
  readonly archived = input(false);
  readonly unread = input(0);
  readonly mentions = input(0);
  readonly threads = input(0);
  readonly muted = input(false);
  readonly people = input<number>();
  /** Something is half written in it. */
  readonly drafted = input(false);

  private readonly online = inject(OnlineStore);
  /** Whose face stands for it: of a conversation of two the other one. */
  protected readonly face = computed(() => {
    const company = this.company();
    return company?.length === 1 ? company[0] : undefined;
  });
  protected readonly isOnline = computed(() => this.online.isOnline(this.face()?.id ?? ''));
  protected readonly icon = computed(() => {
    if (this.company()) return this.company()?.length === 0 ? 'pencil' : 'users';
    return this.archived() ? 'archive' : this.locked() ? 'lock' : 'hash';
  });

  constructor() {
    effect((onCleanup) => {
      const face = this.face();
      if (face) onCleanup(this.online.watch(face.id));
    });
  }

  /** Put together here: between two elements a screen reader would make a pause before the comma. */
  protected readonly label = computed(() => {
    const unread = this.unread();
    const people = this.people() ?? 0;
    const mentions = this.company() ? 0 : this.mentions();
    const counted = (count: number, words: string) => (count > 0 ? formatMessage(words, { count }) : '');
    return remarksInText([
      this.name(),
      !this.company() && this.locked() ? $localize`:of a room|:private` : '',
      this.face() ? (this.isOnline() ? $localize`online` : $localize`offline`) : '',
      this.archived() ? $localize`:of a room|:archived` : '',
      this.muted() ? $localize`:of a room|:muted` : '',
      counted(unread, $localize`{count, plural, =1 {1 unread message} other {# unread messages}}`),
      counted(mentions, $localize`{count, plural, =1 {1 mention} other {# mentions}}`),
      counted(this.threads(), $localize`{count, plural, =1 {1 unread thread} other {# unread threads}}`),
      this.drafted() ? $localize`:there is one|:draft` : '',
      counted(people, $localize`{count, plural, =1 {1 member} other {# members}}`),
    ]);
  });
  protected readonly mentionsText = computed(() => `@${this.mentions() > 99 ? '99+' : String(this.mentions())}`);
  protected readonly threadsText = computed(() => (this.threads() > 99 ? '99+' : String(this.threads())));
  protected readonly unreadText = computed(() => (this.unread() > 99 ? '99+' : String(this.unread())));
}
