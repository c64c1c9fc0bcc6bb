import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { OpenRoomStore } from '../../feed/open-room.store';
import { SharedConnection } from '../../feed/tabs/shared-connection';
import { dayInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { PageFrame } from '../../shared/ui/page/page-frame';
import { PageSection } from '../../shared/ui/page/page-section';
import { AccountStore } from './account.store';
import { Appearance } from './appearance';
import { BlockedPeople } from './blocked-people';
import { BotsLink } from './bots-link';
import { ChangePassword } from './change-password';
import { DeleteAccount } from './delete-account';
import { EmailAddressForm } from './email-address-form';
import { EmailNotificationsForm } from './email-notifications-form';
import { EmailStore } from './email.store';
import { KeptReading } from './kept-reading';
import { NotificationsLink } from './notifications-link';
import { ProfileForm } from './profile-form';
import { ProfileStore } from './profile.store';
import { SessionList } from './session-list';
import { SetupCode } from './setup-code';
import { StatusForm } from './status-form';

@Component({
  imports: [
    Appearance,
    Avatar,
    BlockedPeople,
    BotsLink,
    ChangePassword,
    DeleteAccount,
    EmailAddressForm,
    EmailNotificationsForm,
    EmptyState,
    KeptReading,
    MatButton,
    NotificationsLink,
    PageFrame,
    PageSection,
    ProfileForm,
    RouterLink,
    SessionList,
    SetupCode,
    Skeleton,
    StatusForm,
  ],
  providers: [AccountStore, EmailStore, ProfileStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account.html',
  styleUrl: './account.scss',
})
export class Account {
  protected readonly store = inject(AccountStore);
  protected readonly sendsEmail = computed(() => this.server.info().sendsEmail);
  private readonly clock = inject(ServerClock);
  private readonly server = inject(ServerInfoStore);
  protected readonly detail = computed(() => {
    const user = this.store.user();
    if (!user) return '';
    const who = this.store.isGuest() ? $localize`Guest` : `@${user.username}`;
    return $localize`${who}:who: · joined ${dayInText(user.createdAt, this.clock.now())}:day:`;
  });
  /** To the room one came from. */
  protected readonly back = ['/chat', inject(OpenRoomStore).roomId()].filter(Boolean).join('/');

  constructor() {
    inject(SharedConnection);
    void this.store.load();
    // Whoever opened this page first has seen no screen that tells it.
    void this.server.known();
  }
}
