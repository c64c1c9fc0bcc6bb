import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { Problem } from '../../core/graphql/problem';
import { formatMessage } from '../../shared/language/format-message';
import { Confirm } from '../../shared/ui/confirm/confirm';
import type { Question } from '../../shared/ui/confirm/question';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { KeepFocus } from '../../shared/ui/focus/keep-focus';
import { Icon } from '../../shared/ui/icon/icon';
import { openInvite } from '../invitations';
import { AddMember } from './add-member';
import { BanQuestion } from './ban-question';
import { MemberRow } from './member-row';
import { type MemberItem, MembersStore } from './members.store';

@Component({
  selector: 'app-members-panel',
  imports: [AddMember, FormError, Icon, KeepFocus, MatButton, MemberRow, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './members-panel.html',
  styleUrl: '../../shared/ui/panel/side-panel.scss',
})
export class MembersPanel {
  readonly roomId = input.required<string>();
  readonly roomName = input.required<string>();
  readonly isPublic = input.required<boolean>();
  readonly closed = output();

  protected readonly store = inject(MembersStore);
  protected readonly problem = linkedSignal<string, Problem | null>({ source: this.roomId, computation: () => null });
  protected readonly adding = linkedSignal({ source: this.roomId, computation: () => false });
  protected readonly heading = computed(() =>
    formatMessage($localize`{count, plural, =1 {1 member} other {# members}}`, { count: this.store.total() }),
  );
  private readonly dialogs = inject(Dialogs);
  private readonly bans = inject(BanQuestion);
  private readonly confirm = inject(Confirm);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly keeper = viewChild.required(KeepFocus);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  focus(): void {
    this.title().nativeElement.focus({ preventScroll: true });
  }

  protected invite(): void {
    openInvite(this.dialogs, { roomId: this.roomId(), roomName: this.roomName() });
  }

  protected closeAdding(): void {
    this.adding.set(false);
    (this.opener() ?? this.title()).nativeElement.focus();
  }

  protected async more(): Promise<void> {
    await this.report(this.store.loadMore());
    // The button goes with the last page, and must not take the reader's place along.
    if (!this.store.hasMore()) this.title().nativeElement.focus({ preventScroll: true });
  }

  protected async remove({ user }: MemberItem): Promise<void> {
    const sure = await this.isSure({
      heading: $localize`Remove ${user.displayName}:name:?`,
      text: this.isPublic()
        ? $localize`${user.displayName}:name: will leave “${this.roomName()}:room:”. They can join again, because this room is public.`
        : $localize`${user.displayName}:name: will no longer see messages in “${this.roomName()}:room:”.`,
      verb: $localize`Remove`,
    });
    if (sure) await this.report(this.store.remove(user.id), $localize`${user.displayName}:name: was removed.`);
  }

  protected async ban({ user }: MemberItem): Promise<void> {
    const reason = await this.bans.ask(user.displayName, this.roomName());
    this.keeper().keep();
    if (reason !== null)
      await this.report(this.store.ban(user.id, reason), $localize`${user.displayName}:name: was banned.`);
  }

  protected async setRole({ user }: MemberItem, role: 'MODERATOR' | 'MEMBER'): Promise<void> {
    const words =
      role === 'MODERATOR'
        ? $localize`${user.displayName}:name: is now a moderator.`
        : $localize`${user.displayName}:name: is no longer a moderator.`;
    await this.report(this.store.setRole(user.id, role), words);
  }

  protected async handOver({ user }: MemberItem): Promise<void> {
    const sure = await this.isSure({
      heading: $localize`Transfer ownership to ${user.displayName}:name:?`,
      text: $localize`${user.displayName}:name: will own “${this.roomName()}:room:”, and only they can transfer it back.`,
      verb: $localize`Transfer`,
    });
    if (sure)
      await this.report(this.store.setRole(user.id, 'OWNER'), $localize`${user.displayName}:name: now owns the room.`);
  }

  private async isSure(question: Question): Promise<boolean> {
    const sure = await this.confirm.ask(question);
    this.keeper().keep();
    return sure;
  }

  private async report(outcome: ReturnType<MembersStore['remove']>, words?: string): Promise<void> {
    const result = await outcome;
    this.problem.set(result.ok ? null : result.problem);
    if (result.ok && words !== undefined) this.announcements.say(words);
  }
}
