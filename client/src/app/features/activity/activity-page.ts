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
import { RouterLink } from '@angular/router';
import type { Outcome } from '../../core/graphql/problem';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { Icon } from '../../shared/ui/icon/icon';
import { MessageCard } from '../kept';
import { activityWords } from './activity-words';
import { type ActivityEntry, ActivityStore } from './activity.store';

/** What others said to the viewer, the newest first, from all their rooms. */
@Component({
  selector: 'app-activity-page',
  imports: [EmptyState, FormError, Icon, MatButton, MessageCard, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './activity-page.html',
  styleUrl: './activity-page.scss',
})
export class ActivityPage {
  protected readonly problem = signal<string | null>(null);
  protected readonly store = inject(ActivityStore);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    // Also when the viewer has come into a room, or begun to follow a thread, and when everything is read anew.
    effect(() => {
      if (this.store.mustRead()) untracked(() => void this.read());
    });
  }

  protected wordsOf({ message, reason }: ActivityEntry): string {
    return activityWords(reason, message.thread !== null);
  }

  protected async read(): Promise<void> {
    this.report(await this.store.read());
  }

  protected async more(): Promise<void> {
    this.report(await this.store.readMore());
    // The button goes with the last page, and must not take the reader's place along.
    if (!this.store.hasMore()) this.title().nativeElement.focus({ preventScroll: true });
  }

  private report(outcome: Outcome<unknown> | null): void {
    this.problem.set(outcome === null || outcome.ok ? null : outcome.problem.message);
  }
}
