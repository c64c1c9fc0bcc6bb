import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem } from '../../core/graphql/problem';
import { momentInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Icon } from '../../shared/ui/icon/icon';
import { PageSection } from '../../shared/ui/page/page-section';
import { AccountStore, type SessionItem } from './account.store';

const ICONS = { computer: 'monitor', phone: 'smartphone', program: 'terminal' } as const;

/** Where the viewer is signed in, each with the way to end it. */
@Component({
  selector: 'app-session-list',
  imports: [DoneNote, FormError, Icon, MatButton, PageSection, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './session-list.html',
  styleUrl: './session-list.scss',
})
export class SessionList {
  protected readonly icons = ICONS;
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = signal<Problem | null>(null);
  private readonly clock = inject(ServerClock);
  private readonly store = inject(AccountStore);
  private readonly confirm = inject(Confirm);
  private readonly section = viewChild.required(PageSection);
  protected readonly rows = computed(() => {
    const now = this.clock.now();
    return this.store.sessions().map((session) => {
      const signedIn = momentInText(session.createdAt, now);
      return {
        ...session,
        signedIn,
        lastUsed: momentInText(session.lastUsedAt, now),
        endWords: $localize`Sign out ${session.device.name}:device:, signed in ${signedIn}:when:`,
      };
    });
  });

  protected async end({ id, device }: SessionItem): Promise<void> {
    if (!(await this.attempt(() => this.store.end(id)))) return;
    this.done.set($localize`${device.name}:device: is signed out.`);
    this.section().focusHeading();
  }

  protected async endEverywhere(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: $localize`Sign out everywhere?`,
      text: $localize`This signs you out of every device, including this one. You’ll need your password to sign in again.`,
      verb: $localize`Sign out everywhere`,
    });
    if (sure) await this.attempt(() => this.store.endEverywhere());
  }

  private async attempt(work: () => ReturnType<AccountStore['end']>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    this.done.set('');
    const outcome = await work();
    this.busy.set(false);
    if (!outcome.ok) this.problem.set(outcome.problem);
    return outcome.ok;
  }
}
