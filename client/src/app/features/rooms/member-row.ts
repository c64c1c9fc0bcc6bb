import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { OnlineStore } from '../presence';
import { PersonCardTrigger, StatusEmoji } from '../people';
import { Icon } from '../../shared/ui/icon/icon';
import { MenuLayer } from '../../shared/ui/overlay/menu-layer';
import type { MemberItem } from './members.store';

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
    const presence = here ? $localize`here now` : this.isOnline() ? $localize`online` : '';
    return [roleName(role), kindName(user.kind), presence].filter(Boolean).join(' · ');
  });
  protected readonly actionsLabel = computed(() => $localize`Actions for ${this.member().user.displayName}:name:`);
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

function roleName(role: MemberItem['role']): string {
  switch (role) {
    case 'OWNER':
      return $localize`Owner`;
    case 'MODERATOR':
      return $localize`Moderator`;
    case 'MEMBER':
      return '';
  }
}

function kindName(kind: MemberItem['user']['kind']): string {
  switch (kind) {
    case 'GUEST':
      return $localize`Guest`;
    case 'BOT':
      return $localize`Bot`;
    case 'PERSON':
      return '';
  }
}
