import {
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { Outcome } from '../../core/graphql/problem';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { Icon } from '../../shared/ui/icon/icon';
import { ThreadFollowing } from '../reading';
import { type FollowedItem, FollowedThreadsStore } from './followed-threads.store';
import { ThreadCard } from './thread-card';

/** The threads that the viewer follows, where something was said last first, from all their rooms. */
@Component({
  selector: 'app-threads-page',
  imports: [EmptyState, FormError, Icon, MatButton, RouterLink, Skeleton, ThreadCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './threads-page.html',
  styleUrl: './threads-page.scss',
})
export class ThreadsPage {
  protected readonly problem = signal<string | null>(null);
  protected readonly store = inject(FollowedThreadsStore);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly following = inject(ThreadFollowing);
  private readonly notes = inject(MatSnackBar);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    // Also when the viewer has begun to follow one, and when everything is read anew.
    effect(() => {
      if (this.store.mustRead()) untracked(() => void this.read());
    });
  }

  protected async read(): Promise<void> {
    this.report(await this.store.read());
  }

  protected async more(): Promise<void> {
    this.report(await this.store.readMore());
    if (!this.store.hasMore()) this.title().nativeElement.focus({ preventScroll: true });
  }

  protected async unfollow({ summary, root }: FollowedItem): Promise<void> {
    const outcome = await this.following.set(summary.id, false);
    this.report(outcome);
    if (!outcome.ok) return;
    this.announcements.say('You no longer follow this thread.');
    this.title().nativeElement.focus({ preventScroll: true });
    const note = this.notes.open(`You no longer follow ${root.author.displayName}’s thread.`, 'Undo', {
      duration: 8000,
    });
    note.onAction().subscribe(() => void this.following.set(summary.id, true));
  }

  private report(outcome: Outcome<unknown> | null): void {
    this.problem.set(outcome === null || outcome.ok ? null : outcome.problem.message);
  }
}
