import { DOCUMENT } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { CopyButton } from '../../shared/ui/feedback/copy-button';
import { FormError } from '../../shared/ui/feedback/form-error';
import { KeepFocus } from '../../shared/ui/focus/keep-focus';
import { ServerClock } from '../../shared/time/server-clock';
import type { GivenInvitation } from './data/invitation-requests';
import { GivenInvitationsStore } from './given-invitations.store';
import { dayChoices, linkOf, untilText, useChoices, usesSentence } from './invitation-choice';

/** Makes links by which others come in, and lists those that work. */
@Component({
  selector: 'app-given-invitations',
  imports: [CopyButton, FormError, KeepFocus, MatButton],
  providers: [GivenInvitationsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './given-invitations.html',
  styleUrl: './given-invitations.scss',
})
export class GivenInvitations {
  /** Null for the server itself. */
  readonly roomId = input.required<string | null>();
  readonly mayAllowRegistration = input(false);
  /** Those that there are, where whoever shows this has read them. */
  readonly given = input<readonly GivenInvitation[]>();

  protected readonly store = inject(GivenInvitationsStore);
  protected readonly allDays = dayChoices();
  protected readonly allUses = useChoices();
  protected readonly days = signal<number | null>(7);
  protected readonly uses = signal<number | null>(null);
  protected readonly allowsRegistration = signal(true);
  protected readonly said = signal('');
  private readonly clock = inject(ServerClock);
  private readonly confirm = inject(Confirm);
  private readonly keeper = viewChild.required(KeepFocus);
  private readonly origin = inject(DOCUMENT).location.origin;

  protected readonly lines = computed(() =>
    (this.store.invitations() ?? []).map((invitation) => ({
      ...invitation,
      revokeWords: $localize`Revoke the link by ${invitation.createdBy.displayName}:name:`,
      link: linkOf(invitation, this.origin),
      sentence: this.sentenceOf(invitation),
    })),
  );
  protected readonly emptyWords = computed(() =>
    this.store.isLoaded() ? $localize`There are none yet.` : $localize`Loading …`,
  );

  constructor() {
    effect(() => {
      const roomId = this.roomId();
      const given = this.given();
      untracked(() => {
        if (given) this.store.begin(roomId, given);
        else void this.store.load(roomId);
      });
    });
  }

  protected numberOrNull(value: string): number | null {
    return value === '' ? null : Number(value);
  }

  protected async create(): Promise<void> {
    this.said.set('');
    const allowsRegistration = this.mayAllowRegistration() && this.allowsRegistration();
    const made = await this.store.create({ days: this.days(), uses: this.uses(), allowsRegistration });
    if (made) this.said.set($localize`The link is the first in the list.`);
  }

  protected async revoke(invitation: GivenInvitation): Promise<void> {
    this.said.set('');
    const sure = await this.confirm.ask({
      heading: $localize`Revoke this link?`,
      text: $localize`Nobody can use it any more. Whoever came by it stays.`,
      verb: $localize`Revoke`,
    });
    this.keeper().keep();
    if (sure && (await this.store.revoke(invitation))) this.said.set($localize`The link was revoked.`);
  }

  private sentenceOf({ createdBy, expiresAt, usesLeft, allowsRegistration }: GivenInvitation): string {
    const until = untilText(expiresAt, this.clock.now());
    const uses = usesSentence(usesLeft);
    const name = createdBy.displayName;
    return allowsRegistration
      ? $localize`${uses}:uses:, ${until}:until:. By ${name}:name:. It also makes accounts.`
      : $localize`${uses}:uses:, ${until}:until:. By ${name}:name:.`;
  }
}
