import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ScreenReads } from '../../feed/screen-reads.store';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { Icon } from '../../shared/ui/icon/icon';
import { HistoryStore } from './history.store';
import { MessageGroup } from './message-group';
import { MessageKeys } from './message-keys';
import { ReadingPlaces } from './reading-places.store';
import { ReadingStore } from './reading.store';
import { ScrollKeeper } from './scroll-keeper';
import { TimelineStore } from './timeline.store';

/** How near to either end of what is loaded the reader scrolls before more is asked for. */
const reach = 900;

/** At most so tall is what stands at the upper end while more is there to load: a page that shows it is not full. */
const placeholder = 240;

@Component({
  selector: 'app-timeline',
  imports: [EmptyState, Icon, MatButton, MessageGroup, MessageKeys, ScrollKeeper, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './timeline.html',
  styleUrl: './timeline.scss',
})
export class Timeline {
  readonly roomId = input.required<string>();
  readonly roomName = input.required<string>();

  protected readonly store = inject(TimelineStore);
  protected readonly history = inject(HistoryStore);
  protected readonly reading = inject(ReadingStore);
  protected readonly reads = inject(ScreenReads);
  private readonly places = inject(ReadingPlaces);
  protected readonly pillText = computed(() => {
    const count = this.reading.newCount();
    return count === 0 ? 'Jump to latest' : count === 1 ? '1 new message' : `${String(count)} new messages`;
  });
  /** As it was when the room was opened: from then on the scroll keeper knows better. */
  protected readonly startAt = computed(() => untracked(() => this.places.of(this.roomId())));
  private readonly keeper = viewChild(ScrollKeeper);
  private readonly keys = viewChild(MessageKeys);

  constructor() {
    // A page that does not fill the screen gives nothing to scroll: look again after each change of what is shown.
    afterRenderEffect(() => {
      this.store.days();
      const keeper = this.keeper();
      if (keeper)
        untracked(() => {
          keeper.keep();
          const { above, below } = keeper.distances();
          if (above + below <= placeholder) this.loadOlder();
          this.loadNewerNear(keeper);
        });
    });
  }

  /** Jump to latest message, wherever the reader is. */
  async toEnd(): Promise<void> {
    if (this.history.hasNewer()) await this.history.jumpToLatest();
    this.keeper()?.toEnd();
    this.keys()?.forgetPlace();
  }

  protected async followPill(): Promise<void> {
    await this.toEnd();
    focusWriting();
  }

  protected async focusNewest(): Promise<void> {
    await this.toEnd();
    this.keys()?.focusNewest();
  }

  protected moved(keeper: ScrollKeeper): void {
    this.places.keep(this.roomId(), keeper.place());
    this.reading.setAtEnd(keeper.atEnd() && !this.history.hasNewer());
    this.loadNewerNear(keeper);
  }

  protected readerMoved(keeper: ScrollKeeper): void {
    if (keeper.distances().above < reach) this.loadOlder();
  }

  private loadOlder(): void {
    void this.history.loadOlder();
  }

  private loadNewerNear(keeper: ScrollKeeper): void {
    const isNear = keeper.distances().below < reach;
    if (isNear) void this.history.loadNewer();
  }
}
