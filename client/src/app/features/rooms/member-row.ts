import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { OnlineStore } from '../presence';
import { PersonCardTrigger, StatusEmoji } from '../people';
import { Icon } from '../../shared/ui/icon/icon';
import { MenuLayer } from '../../shared/ui/overlay/menu-layer';
import type { MemberItem } from './members.store';

const roleNames = { OWNER: 'Owner', MODERATOR: 'Moderator', MEMBER: '' } as const;
const kindNames = { PERSON: '', GUEST: 'Guest', BOT: 'Bot' } as const;

@Component({
  selector: 'app-member-row',
  imports: [
    Avatar,
    Icon,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MenuLayer,
    PersonCardTrigger,
    StatusEmoji,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './member-row.html',
  styleUrl: './member-row.scss',
})
export class MemberRow {
  readonly member = input.required<MemberItem>();
  readonly removed = output();
  readonly banned = output();
  readonly promoted = output();
  readonly demoted = output();
  readonly handedOver = output();

  private readonly online = inject(OnlineStore);
  private readonly userId = computed(() => this.member().user.id);
  protected readonly isOnline = computed(() => this.member().here || this.online.isOnline(this.userId()));
  protected readonly detail = computed(() => {
    const { user, role, here } = this.member();
    return [roleNames[role], kindNames[user.kind], here ? 'here now' : this.isOnline() ? 'online' : '']
      .filter(Boolean)
      .join(' · ');
  });
  protected readonly hasMenu = computed(() => {
    const { canRemove, canBan, canMakeModerator, canMakeMember, canHandOver } = this.member();
    return canRemove || canBan || canMakeModerator || canMakeMember || canHandOver;
  });

  constructor() {
    effect((onCleanup) => {
      const userId = this.userId();
      untracked(() => {
        onCleanup(this.online.watch(userId));
      });
    });
  }
}
