import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ScreenReads } from '../../feed/screen-reads.store';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { Icon } from '../../shared/ui/icon/icon';
import { EditingStore } from './editing.store';
import { HistoryStore } from './history.store';
import { MessageKeys } from './message-keys';
import { MessageView } from './message-view';
import { ReadingPlaces } from './reading-places.store';
import { ReadingStore } from './reading.store';
import { rowEstimate } from './row-estimate';
import { VirtualScroll } from './scroll/virtual-scroll';
import { TimelineStore } from './timeline.store';

/** How near to either end of what is loaded the reader scrolls before more is asked for. */
const reach = 900;

/** At most so tall is what stands at the upper end while more is there to load: a page that shows it is not full. */
const placeholder = 240;

@Component({
  selector: 'app-timeline',
  imports: [EmptyState, Icon, MatButton, MessageKeys, MessageView, Skeleton, VirtualScroll],
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
  private readonly editing = inject(EditingStore);
  private readonly injector = inject(Injector);
  private readonly places = inject(ReadingPlaces);
  protected readonly rows = computed(() => this.store.rows().rows);
  protected readonly pillText = computed(() => {
    const count = this.reading.newCount();
    return count === 0 ? 'Jump to latest' : count === 1 ? '1 new message' : `${String(count)} new messages`;
  });
  /** As it was when the room was opened: from then on the list itself knows better. */
  protected readonly startAt = computed(() => untracked(() => this.places.of(this.roomId())));
  protected readonly reach = signal(0);
  private readonly scroll = viewChild(VirtualScroll);
  private readonly keys = viewChild(MessageKeys);
  /** What has the focus or is being edited must not go from the page while one scrolls. */
  protected readonly held = computed(() =>
    [this.keys()?.last() ?? null, this.store.keyOf(this.editing.messageId())].filter((key) => key !== null),
  );

  constructor() {
    // A page that does not fill the screen gives nothing to scroll: look again after each change of what is shown.
    afterRenderEffect(() => {
      this.store.rows();
      const scroll = this.scroll();
      if (scroll)
        untracked(() => {
          const { above, below } = scroll.distances();
          if (above + below <= placeholder) this.loadOlder();
          this.loadNewerNear(scroll);
        });
    });
  }

  /** Jump to latest message, wherever the reader is. */
  async toEnd(): Promise<void> {
    if (this.history.hasNewer()) await this.history.jumpToLatest();
    this.scroll()?.toEnd();
    this.keys()?.forgetPlace();
    await this.drawn();
  }

  protected readonly estimate = (index: number, width: number): number => {
    const row = this.rows()[index];
    return row ? rowEstimate(row, width) : 0;
  };

  protected async followPill(): Promise<void> {
    await this.toEnd();
    focusWriting();
  }

  protected async focusNewest(): Promise<void> {
    await this.toEnd();
    this.keys()?.focusNewest();
  }

  protected moved(scroll: VirtualScroll): void {
    this.places.keep(this.roomId(), scroll.places()[0] ?? null);
    this.reading.setAtEnd(scroll.atEnd() && !this.history.hasNewer());
    this.loadNewerNear(scroll);
  }

  protected readerMoved(scroll: VirtualScroll): void {
    if (scroll.distances().above < reach) this.loadOlder();
  }

  private loadOlder(): void {
    void this.history.loadOlder();
  }

  private loadNewerNear(scroll: VirtualScroll): void {
    const isNear = scroll.distances().below < reach;
    if (isNear) void this.history.loadNewer();
  }

  private drawn(): Promise<void> {
    return new Promise((resolve) => {
      afterNextRender(
        () => {
          resolve();
        },
        { injector: this.injector },
      );
    });
  }
}
