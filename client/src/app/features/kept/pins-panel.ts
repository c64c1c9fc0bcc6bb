import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { Message } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { Icon } from '../../shared/ui/icon/icon';
import { MessageCard } from './message-card';
import { PinsStore } from './pins.store';

/** What is pinned in a room, the newest pin first, as it is now. */
@Component({
  selector: 'app-pins-panel',
  imports: [FormError, Icon, MatButton, MessageCard, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './pins-panel.html',
  styleUrls: ['../../shared/ui/panel/side-panel.scss', './pins-panel.scss'],
})
export class PinsPanel {
  readonly roomId = input.required<string>();
  readonly closed = output();
  /** Somebody goes to one of the messages. */
  readonly left = output();

  protected readonly problem = signal<string | null>(null);
  protected readonly list = computed(() => this.store.of(this.roomId()));
  private readonly store = inject(PinsStore);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  private readonly isUnread = computed(() => this.list() === null);

  constructor() {
    // Also when everything is read anew, after a long time without a connection.
    effect(() => {
      this.roomId();
      if (this.isUnread()) untracked(() => void this.read());
    });
  }

  focus(): void {
    this.title().nativeElement.focus({ preventScroll: true });
  }

  protected async read(): Promise<void> {
    this.report(await this.store.read(this.roomId()));
  }

  protected async more(): Promise<void> {
    this.report(await this.store.readMore(this.roomId()));
    // The button goes with the last page, and must not take the reader's place along.
    if (this.list()?.endCursor === null) this.title().nativeElement.focus({ preventScroll: true });
  }

  protected async unpin({ id }: Message): Promise<void> {
    const outcome = await this.store.set(this.roomId(), id, false);
    this.report(outcome);
    if (!outcome.ok) return;
    const words = {
      done: $localize`Message unpinned.`,
      waits: $localize`The message will be unpinned when you’re back online.`,
    };
    this.announcements.say(words[outcome.value]);
    this.title().nativeElement.focus({ preventScroll: true });
  }

  private report(outcome: Outcome<unknown> | null): void {
    this.problem.set(outcome === null || outcome.ok ? null : outcome.problem.message);
  }
}
