import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import type { Outcome } from '../../core/graphql/problem';
import { TimelinePlace } from '../../feed/timeline-place';
import { dayOf } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { DensityChoice } from '../../shared/ui/density/density-choice';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { Icon } from '../../shared/ui/icon/icon';
import { Notes } from '../../shared/ui/feedback/notes';
import { Conversation } from './conversation';
import { askForDay } from './day-question';
import { EditingStore } from './editing.store';
import { HeldRows, MAX_SELECTED } from './held-rows';
import { NEW_ROW } from './group-timeline';
import { HistoryStore } from './history.store';
import { MessageActions } from './message-actions';
import { MessageKeys } from './message-keys';
import { MessageView } from './message-view';
import { ReadingStore } from './reading.store';
import { rowEstimate } from './row-estimate';
import { VirtualScroll } from './scroll/virtual-scroll';
import { TimelineStore } from './timeline.store';
import { WiderPage } from './wider-page';
import { formatMessage } from '../../shared/language/format-message';
import { numberText } from '../../shared/language/numbers';

/** How near to either end of what is loaded the reader scrolls before more is asked for. */
const reach = 900;

/** At most so tall is what stands at the upper end while more is there to load: a page that shows it is not full. */
const placeholder = 240;

@Component({
  selector: 'app-timeline',
  imports: [EmptyState, Icon, Button, MessageKeys, MessageView, Skeleton, VirtualScroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [EditingStore, HeldRows, HistoryStore, MessageActions, ReadingStore, TimelineStore, WiderPage],
  templateUrl: './timeline.html',
  styleUrl: './timeline.scss',
})
export class Timeline {
  readonly roomName = input.required<string>();
  /** What a screen reader calls it. */
  readonly label = input.required<string>();

  protected readonly store = inject(TimelineStore);
  protected readonly history = inject(HistoryStore);
  protected readonly reading = inject(ReadingStore);
  protected readonly conversation = inject(Conversation);
  protected readonly place = inject(TimelinePlace);
  private readonly editing = inject(EditingStore);
  private readonly clock = inject(ServerClock);
  private readonly dialogs = inject(Dialogs);
  private readonly notes = inject(Notes);
  private readonly injector = inject(Injector);
  protected readonly rows = computed(() => this.store.rows().rows);
  protected readonly pillText = computed(() => {
    const count = this.reading.newCount();
    return count === 0
      ? $localize`Jump to latest`
      : formatMessage($localize`{count, plural, =1 {1 new message} other {# new messages}}`, { count });
  });
  protected readonly numberText = numberText;
  /** As it was when the messages came: from then on the list itself knows better. */
  protected readonly startAt = computed(() => {
    this.store.status();
    return untracked(() => this.store.start());
  });
  protected readonly reach = inject(WiderPage).reach;
  private readonly heldRows = inject(HeldRows);
  private readonly scroll = viewChild(VirtualScroll);
  private readonly keys = viewChild(MessageKeys);
  /** What has the focus, is being edited, is playing or selected must not go from the page while one scrolls. */
  protected readonly held = computed(() =>
    [
      this.keys()?.last() ?? null,
      this.store.keyOf(this.editing.editId()),
      ...this.heldRows.playing(),
      ...this.selectedRows(),
    ].filter((key) => key !== null),
  );
  /** What is in the page, day by day. Each holds its row: by the time that it is compared with what comes next, the row of that index is another one. */
  protected readonly days = computed(() => {
    const rows = this.rows();
    return (this.scroll()?.rendered().sections ?? []).flatMap(({ start, before, after, rows: rendered }) => {
      const day = rows[start];
      if (day?.kind !== 'day') return [];
      const inDay = rendered.flatMap(({ index, before: room }) => {
        const row = rows[index];
        return row && row.kind !== 'day' ? [{ row, before: room }] : [];
      });
      return [{ day, before, after, rows: inDay }];
    });
  });

  constructor() {
    // A page that does not fill the screen gives nothing to scroll: look again after each change of what is shown.
    afterRenderEffect(() => {
      this.store.rows();
      const scroll = this.scroll();
      if (scroll?.isLaidOut())
        untracked(() => {
          if (scroll.isLost()) this.store.goBack();
          const { above, below } = scroll.distances();
          if (above + below <= placeholder) this.loadOlder();
          this.loadNewerNear(scroll);
        });
    });
    // The page began with what was read last: now it is where it would have begun with all that has happened since.
    afterRenderEffect(() => {
      const scroll = this.scroll();
      if (!this.reading.mayEnter() || !scroll?.isLaidOut()) return;
      untracked(() => {
        if (this.store.hasLine() && scroll.places().length === 0) scroll.startAgainAt(this.store.start());
        this.reading.enter();
      });
    });
    afterRenderEffect(() => {
      const shown = this.store.shown();
      if (shown) untracked(() => void this.keys()?.focus(shown.key));
    });
  }

  /** Shows a message, wherever it is: loaded or not. False where there is no such message. */
  showMessage(number: number): Promise<boolean> {
    return this.store.showMessage(number);
  }

  /** Asks for a day, and shows what was said first on it. */
  async chooseDay(day?: string): Promise<void> {
    const today = dayOf(this.clock.now().toISOString());
    const chosen = await askForDay(this.dialogs, { day: day ?? today, today });
    if (chosen && !(await this.store.showDay(chosen)))
      this.notes.open($localize`That day couldn’t be loaded.`, $localize`Close`);
  }

  /** False where there is nothing of the viewer's own in sight. */
  editLast(): boolean {
    return this.editing.startLast();
  }

  /** Jump to latest message, wherever the reader is. */
  async toEnd(): Promise<void> {
    if (this.history.hasNewer()) await this.history.jumpToLatest();
    this.scroll()?.toEnd();
    this.keys()?.forgetPlace();
    await this.drawn();
  }

  private readonly density = inject(DensityChoice).density;
  protected readonly estimate = (index: number, width: number): number => {
    const row = this.rows()[index];
    return row ? rowEstimate(row, width, this.density()) : 0;
  };

  /** Takes all that is unread here as read. */
  markRead(): Promise<Outcome<unknown>> {
    return this.reading.markRead();
  }

  protected dayLabel({ label }: { readonly label: string }): string {
    return this.place.threadId === null ? label : $localize`${label}:day: in the thread`;
  }

  protected async followPill(): Promise<void> {
    this.reading.release();
    await this.toEnd();
    focusWriting(this.place.idPrefix);
  }

  protected async focusNewest(): Promise<void> {
    await this.toEnd();
    this.keys()?.focusNewest();
  }

  protected moved(scroll: VirtualScroll): void {
    this.keepPlace(scroll);
    this.reading.setAtEnd(scroll.atEnd() && !this.history.hasNewer());
    if (scroll.isInView(NEW_ROW)) this.reading.sawLine();
    this.loadNewerNear(scroll);
  }

  /** To the first message that is unread, wherever it is. */
  protected async toUnread(): Promise<void> {
    const number = this.reading.newFrom();
    if (number !== null && !(await this.store.showMessage(number)))
      this.notes.open($localize`It couldn’t be loaded.`, $localize`Close`);
  }

  protected async markReadHere(): Promise<void> {
    const outcome = await this.markRead();
    if (!outcome.ok) this.notes.open(outcome.problem.message, $localize`Close`);
    focusWriting(this.place.idPrefix);
  }

  protected readerMoved(scroll: VirtualScroll): void {
    if (!scroll.atEnd()) this.reading.release();
    if (scroll.distances().above < reach) this.loadOlder();
  }

  private keepPlace(scroll: VirtualScroll): void {
    const places = scroll.places();
    if (places.length === 0) this.store.keepPlace(null);
    for (const { key, top } of places) {
      const row = this.rows()[scroll.indexOf(key)];
      // What happened beside the messages has no number to come back to.
      if (row?.kind !== 'message' || row.message.number === null) continue;
      this.store.keepPlace({ number: row.message.number, top });
      return;
    }
  }

  private selectedRows(): readonly string[] {
    const selected = this.heldRows.selected();
    const scroll = this.scroll();
    if (!selected || !scroll) return [];
    const [from = 0, to = 0] = selected.map((key) => scroll.indexOf(key)).sort((a, b) => a - b);
    if (from === -1) return [];
    return this.rows()
      .slice(from, Math.min(to, from + MAX_SELECTED) + 1)
      .map(({ key }) => key);
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
