import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  input,
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
import { focusHeadingIfLost } from '../../shared/ui/focus/page-heading';
import { Icon } from '../../shared/ui/icon/icon';

/** A list that is read in pages when somebody looks at it, and follows the feed from then on. */
export interface PagedList {
  /** Also where it was read before, and something has happened that only the server can tell. */
  mustRead(): boolean;
  hasMore(): boolean;
  read(): Promise<Outcome<unknown>>;
  readMore(): Promise<Outcome<unknown> | null>;
}

/** A page beside the rooms that lists something of the viewer's: reads it, goes on with it, and says what failed. The entries, each in an `li`, are its content. */
@Component({
  selector: 'app-list-page',
  imports: [EmptyState, FormError, Icon, MatButton, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './list-page.html',
  styleUrl: './list-page.scss',
})
export class ListPage {
  readonly heading = input.required<string>();
  readonly list = input.required<PagedList>();
  /** Whether something can be shown of it. */
  readonly isRead = input.required<boolean>();
  readonly isEmpty = input.required<boolean>();
  readonly emptyHeading = input.required<string>();
  readonly emptyText = input.required<string>();

  protected readonly problem = signal<string | null>(null);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    // Its code may have come after the page that was before it had gone.
    afterNextRender(focusHeadingIfLost);
    effect(() => {
      if (this.list().mustRead()) untracked(() => void this.read());
    });
  }

  /** After what had the focus is gone: whoever reads on must not lose their place. */
  focusHeading(): void {
    this.title().nativeElement.focus({ preventScroll: true });
  }

  /** Says what failed, or that nothing does any more. */
  report(outcome: Outcome<unknown> | null): void {
    this.problem.set(outcome === null || outcome.ok ? null : outcome.problem.message);
  }

  protected async read(): Promise<void> {
    this.report(await this.list().read());
  }

  protected async more(): Promise<void> {
    this.report(await this.list().readMore());
    // The button goes with the last page.
    if (!this.list().hasMore()) this.focusHeading();
  }
}
