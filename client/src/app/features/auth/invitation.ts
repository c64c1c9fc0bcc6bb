import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Button } from '../../shared/ui/button/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { map } from 'rxjs';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { SessionStore } from '../../core/session/session.store';
import { Brand } from '../../shared/ui/brand/brand';
import { FormError } from '../../shared/ui/feedback/form-error';
import { ReceivedInvitationStore } from '../invitations';
import { AuthFrame } from './auth-frame';

/** Where the link of an invitation leads: what it is for, and the ways to follow it. */
@Component({
  imports: [AuthFrame, FormError, Button, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invitation.html',
  styleUrl: './auth-form.scss',
})
export class Invitation {
  protected readonly brand = inject(Brand);
  protected readonly received = inject(ReceivedInvitationStore);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly code = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('code') ?? '')), {
    requireSync: true,
  });
  private readonly router = inject(Router);
  private readonly server = inject(ServerInfoStore);
  private readonly session = inject(SessionStore);

  protected readonly isSignedIn = computed(() => this.session.status() === 'signed-in');
  protected readonly back = computed(() => ({ to: `/invite/${this.code()}` }));
  protected readonly opensRegistration = computed(
    () => this.server.info().registration || (this.received.invitation()?.allowsRegistration ?? false),
  );
  protected readonly heading = computed(() => {
    const room = this.received.invitation()?.roomName ?? null;
    return room === null ? $localize`You are invited` : $localize`Join “${room}:room:”`;
  });
  protected readonly lead = computed(() => {
    const { createdBy, roomName } = this.received.invitation() ?? {};
    const who = createdBy?.displayName ?? $localize`Somebody`;
    if (roomName != null) return $localize`${who}:name: invites you to this room.`;
    return this.isSignedIn()
      ? $localize`${who}:name: invites you to this server. You have an account here already.`
      : $localize`${who}:name: invites you to this server.`;
  });
  protected readonly verb = computed(() => (this.busy() ? $localize`Joining …` : $localize`Join room`));
  protected readonly otherWay = computed(() =>
    this.received.invitation()?.roomName == null ? $localize`Go to your rooms` : $localize`Not now`,
  );

  constructor() {
    effect(() => {
      this.code();
      untracked(() => void this.look());
    });
  }

  protected async look(): Promise<void> {
    await this.received.look(this.code());
    const room = this.received.invitation()?.room;
    if (room?.viewerMembership) await this.router.navigate(['/chat', room.id], { replaceUrl: true });
  }

  protected async join(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const outcome = await this.received.accept(this.code());
    this.busy.set(false);
    if (!outcome.ok) this.problem.set(outcome.problem.message);
    else await this.router.navigate(outcome.value ? ['/chat', outcome.value.id] : ['/chat'], { replaceUrl: true });
  }
}
