import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Person } from '../../core/graphql/model';
import type { Problem } from '../../core/graphql/problem';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { PageSection } from '../../shared/ui/page/page-section';
import { BlockedList } from '../people';

/** Whom the viewer blocks, each with the way to end it. */
@Component({
  selector: 'app-blocked-people',
  imports: [Avatar, DoneNote, FormError, MatButton, PageSection],
  providers: [BlockedList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './blocked-people.html',
  styleUrl: './blocked-people.scss',
})
export class BlockedPeople {
  protected readonly list = inject(BlockedList);
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = linkedSignal<Problem | null>(() => this.list.problem());
  private readonly section = viewChild.required(PageSection);

  constructor() {
    void this.list.load();
  }

  protected unblockWords({ displayName }: Person): string {
    return $localize`Unblock ${displayName}:name:`;
  }

  protected async unblock({ id, displayName }: Person): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.done.set('');
    const outcome = await this.list.unblock(id);
    this.busy.set(false);
    this.problem.set(outcome.ok ? null : outcome.problem);
    if (!outcome.ok) return;
    this.done.set($localize`${displayName}:name: is not blocked any more.`);
    this.section().focusHeading();
  }

  protected async more(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    await this.list.load();
    this.busy.set(false);
  }
}
