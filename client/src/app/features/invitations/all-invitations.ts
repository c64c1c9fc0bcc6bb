import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ServerClock } from '../../shared/time/server-clock';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { KeepFocus } from '../../shared/ui/focus/keep-focus';
import { PageSection } from '../../shared/ui/page/page-section';
import { AllInvitationsStore } from './all-invitations.store';
import type { RoomInvitation } from './data/invitation-requests';
import { GivenInvitations } from './given-invitations';
import { untilText, usesSentence } from './invitation-choice';

/** Every way in that somebody has given: to the server, and into rooms. For administrators. */
@Component({
  selector: 'app-all-invitations',
  imports: [EmptyState, FormError, GivenInvitations, KeepFocus, MatButton, PageSection, Skeleton],
  providers: [AllInvitationsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './all-invitations.html',
  styleUrl: './all-invitations.scss',
})
export class AllInvitations {
  protected readonly store = inject(AllInvitationsStore);
  protected readonly said = signal('');
  private readonly clock = inject(ServerClock);
  private readonly confirm = inject(Confirm);
  private readonly keeper = viewChild(KeepFocus);

  protected readonly lines = computed(() => {
    const now = this.clock.now();
    return this.store.toRooms().map((invitation) => ({
      invitation,
      sentence: sentenceOf(invitation, now),
      revokeWords: $localize`Revoke the invitation to ${invitation.roomName}:room:`,
    }));
  });

  constructor() {
    void this.store.load();
  }

  protected async revoke(invitation: RoomInvitation): Promise<void> {
    this.said.set('');
    const sure = await this.confirm.ask({
      heading:
        invitation.roomName == null
          ? $localize`Revoke the invitation to this room?`
          : $localize`Revoke the invitation to ${invitation.roomName}:room:?`,
      text: $localize`Nobody can use it any more. Whoever came by it stays.`,
      verb: $localize`Revoke`,
    });
    this.keeper()?.keep();
    if (sure && (await this.store.revoke(invitation))) this.said.set($localize`The invitation was revoked.`);
  }
}

function sentenceOf({ createdBy, expiresAt, usesLeft }: RoomInvitation, now: Date): string {
  const until = untilText(expiresAt ?? null, now);
  return $localize`By ${createdBy.displayName}:name:. ${usesSentence(usesLeft ?? null)}:uses:, ${until}:until:.`;
}
