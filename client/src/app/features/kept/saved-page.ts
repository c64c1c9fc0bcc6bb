import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { SavedMessage } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { Icon } from '../../shared/ui/icon/icon';
import { MessageCard } from './message-card';
import { SavedStore } from './saved.store';

/** What the viewer saved for later, the newest first, from all their rooms. */
@Component({
  selector: 'app-saved-page',
  imports: [EmptyState, FormError, Icon, MatButton, MessageCard, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './saved-page.html',
  styleUrl: './saved-page.scss',
})
export class SavedPage {
  protected readonly problem = signal<string | null>(null);
  private readonly store = inject(SavedStore);
  protected readonly list = this.store.list;
  private readonly announcements = inject(AnnouncementsStore);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  private readonly isUnread = computed(() => this.list() === null);

  constructor() {
    // Also when the viewer has come back into a room, and when everything is read anew.
    effect(() => {
      if (this.isUnread()) untracked(() => void this.read());
    });
  }

  protected async read(): Promise<void> {
    this.report(await this.store.read());
  }

  protected async more(): Promise<void> {
    this.report(await this.store.readMore());
    if (this.list()?.endCursor === null) this.title().nativeElement.focus({ preventScroll: true });
  }

  protected async remove({ id, room }: SavedMessage): Promise<void> {
    const outcome = await this.store.set(room.id, id, false);
    this.report(outcome);
    if (!outcome.ok) return;
    this.announcements.say('No longer saved.');
    this.title().nativeElement.focus({ preventScroll: true });
  }

  private report(outcome: Outcome<unknown> | null): void {
    this.problem.set(outcome === null || outcome.ok ? null : outcome.problem.message);
  }
}
