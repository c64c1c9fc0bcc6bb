import {
  afterNextRender,
  afterRenderEffect,
  computed,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { around, renderedRows, type Stretch } from './rendered-rows';
import { isSameList, type RenderedList, renderedList, type RowSection } from './rendered-list';
import { RowOffsets } from './row-offsets';
import { type Anchor, anchorsIn, placeOf } from './scroll-anchor';

export interface VirtualRow {
  readonly key: string;
}

/** What is scrolled: its rows, and the sections that they stand in. */
export interface VirtualRows {
  readonly rows: readonly VirtualRow[];
  readonly sections: readonly RowSection[];
}

/** This close to the end counts as being there. */
const END_ZONE = 48;

/** So much is rendered beyond what is in view, in heights of the view; a tall window needs less, for there are more rows in view. */
const OVERSCAN = 0.75;
const MAX_OVERSCAN = 700;
const STEP = 200;

/** Before the first layout nobody knows how much is in view. */
const NOTHING: RenderedList = { sections: [], after: 0 };

/**
 * A list of any length, of which only the rows around the view are in the page, and which holds the reader's place while things come, go and
 * grow around it: those at the end stay at the end, all others keep what they are reading where it is.
 *
 * The rows stand in the flow of the page. What is left out between two of them is a margin, as tall as it was when it was there, or as it is
 * estimated. Where an estimate was wrong the rows move, and are moved back after layout and before paint: nobody sees it.
 */
@Directive({ selector: '[appVirtualScroll]', exportAs: 'appVirtualScroll', host: { '(scroll)': 'scrolled()' } })
export class VirtualScroll {
  readonly appVirtualScroll = input.required<VirtualRows>();
  /** How tall a row will be that was never in the page, in pixels. */
  readonly estimate = input.required<(index: number, width: number) => number>();
  /** Rows that stay in the page wherever one scrolls: the one with the focus, the one that is being edited. */
  readonly held = input<readonly string[]>([]);
  /** False while newer messages exist that are not loaded: the end of what is loaded is then not the end. */
  readonly stickToEnd = input(true);
  /** Where the reader was when they left; null for the end. */
  readonly startAt = input<Anchor | null>(null);
  /** How many more rows than usual are rendered each way: for searching the page, and for printing. */
  readonly reach = input(0);
  /** Whenever the place in the list may have changed, by whomever. */
  readonly moved = output();
  /** Only when the reader has scrolled: what this directive does itself is no wish to see more. */
  readonly readerMoved = output();
  readonly atEnd = signal(true);

  private readonly scroller = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly box = signal({ width: 0, height: 0 });
  private readonly width = computed(() => this.box().width);
  /** By key, of all that have been in the page. */
  private readonly sizes = new Map<string, number>();
  private readonly measured = signal(0);
  private readonly offsets = computed(() => {
    const { rows } = this.appVirtualScroll();
    const estimate = this.estimate();
    const width = this.width();
    return new RowOffsets(rows.map(({ key }, index) => this.sizes.get(key) ?? estimate(index, width)));
  });
  /** What stands still: the first of these that is still there. None at the end, where the reader stays. */
  private readonly anchors = linkedSignal<readonly Anchor[]>(() => {
    const at = untracked(() => this.startAt());
    return at ? [at] : [];
  });
  private readonly sticking = linkedSignal(() => untracked(() => this.startAt()) === null);
  /** Where in the list that was last. */
  private near = 0;
  /** On the way to a row, or to the end, which are not in the page yet. */
  private centring: string | null = null;
  private ending = false;
  private last = { top: 0, height: 0 };
  /** Whether the reader has scrolled since that was last told: what grows in the same frame is held first, and the event comes later. */
  private hasReaderMoved = false;
  private readonly watched = new Set<Element>();
  private readonly observer = new ResizeObserver(() => {
    this.grew();
  });

  /** Whether it is known how much is in view: before that, nothing is in the page. */
  readonly isLaidOut = computed(() => this.width() > 0);

  /** What is in the page. */
  readonly rendered = computed(
    () => {
      this.measured();
      if (!this.isLaidOut()) return NOTHING;
      const offsets = this.offsets();
      const { sections } = this.appVirtualScroll();
      const held = this.held().map((key) => this.indexOf(key));
      return renderedList(
        sections,
        offsets,
        renderedRows(offsets, this.stretch(offsets), { more: this.reach(), held }),
      );
    },
    { equal: isSameList },
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.observer.disconnect();
    });
    afterNextRender(() => {
      this.observer.observe(this.scroller);
      for (const child of this.scroller.children) this.observer.observe(child);
      this.measureBox();
    });
    afterRenderEffect(() => {
      this.rendered();
      untracked(() => {
        this.watchRows();
        this.measure();
        this.hold();
      });
    });
  }

  toEnd(): void {
    this.centring = null;
    this.ending = true;
    this.anchors.set([]);
    this.sticking.set(true);
    this.hold();
    afterNextRender(
      () => {
        this.ending = false;
        this.hold();
      },
      { injector: this.injector },
    );
  }

  /** As if the list came up only now, with this at its place. Null for the end. */
  startAgainAt(anchor: Anchor | null): void {
    if (anchor === null) return;
    this.sticking.set(false);
    this.anchors.set([anchor]);
    this.hold();
  }

  /** Brings a row into the middle of the view; of one that is taller, its beginning. Resolves once it is in the page. */
  show(key: string): Promise<void> {
    this.centring = key;
    this.sticking.set(false);
    this.anchors.set([{ key, top: this.middleFor(0) }]);
    return new Promise((resolve) => {
      afterNextRender(
        () => {
          this.centre();
          resolve();
        },
        { injector: this.injector },
      );
    });
  }

  /** To be called when other things are shown: where as much goes at one end as comes at the other, nothing grows that could be observed. */
  keep(): void {
    this.hold();
  }

  /** What the reader is at, first what stands still; nothing at the end, where they are to stay. */
  places(): readonly Anchor[] {
    return this.sticking() ? [] : this.anchors();
  }

  /** The row's place in the list; -1 where it has none. Rows are asked for near one another: the search begins where the last one ended. */
  indexOf(key: string): number {
    const { rows } = this.appVirtualScroll();
    for (let distance = 0; distance <= rows.length; distance += 1) {
      for (const index of [this.near + distance, this.near - distance])
        if (rows[index]?.key === key) return (this.near = index);
    }
    return -1;
  }

  /** Whether a row begins within the view. */
  isInView(key: string): boolean {
    const top = placeOf(this.scroller, key);
    return top !== null && top >= 0 && top < this.scroller.clientHeight;
  }

  /** Whether nothing is left of what the reader was at. */
  isLost(): boolean {
    const anchors = this.anchors();
    return anchors.length > 0 && !this.sticking() && anchors.every(({ key }) => this.indexOf(key) === -1);
  }

  /** What the reader opens or closes changes the list around them: whoever is at the end stays with what they opened. */
  keepAround(change: () => void): void {
    this.centring = null;
    if (this.sticking()) {
      this.sticking.set(false);
      this.anchors.set(anchorsIn(this.scroller));
    }
    change();
    this.keep();
  }

  scrollBy(distance: number): void {
    this.scroller.scrollTop += distance;
    this.note();
  }

  distances(): { above: number; below: number } {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    return { above: scrollTop, below: scrollHeight - clientHeight - scrollTop };
  }

  // A scroll event comes before the observer's in a frame: what has grown by then must be made up for here, or the place is lost.
  protected scrolled(): void {
    const byReader = this.hasReaderMoved || this.scroller.scrollTop !== this.last.top;
    this.hasReaderMoved = false;
    if (byReader) this.centring = null;
    if (this.scroller.scrollHeight === this.last.height || !this.hold()) this.note();
    if (byReader) this.readerMoved.emit();
  }

  private grew(): void {
    this.measureBox();
    this.measure();
    this.hold();
  }

  private measureBox(): void {
    const { clientWidth: width, clientHeight: height } = this.scroller;
    const before = this.box();
    if (before.width !== width || before.height !== height) this.box.set({ width, height });
  }

  private watchRows(): void {
    const rows = new Set<Element>(this.scroller.querySelectorAll('[data-row]'));
    for (const row of this.watched) if (!rows.has(row)) this.observer.unobserve(row);
    for (const row of rows) if (!this.watched.has(row)) this.observer.observe(row);
    this.watched.clear();
    for (const row of rows) this.watched.add(row);
  }

  /** How tall the rows are that are in the page. */
  private measure(): void {
    const offsets = this.offsets();
    let changed = false;
    for (const element of this.watched) {
      if (!(element instanceof HTMLElement)) continue;
      const key = element.dataset['row'] ?? '';
      const { height } = element.getBoundingClientRect();
      if (!element.isConnected || this.sizes.get(key) === height) continue;
      this.sizes.set(key, height);
      changed = offsets.resize(this.indexOf(key), height) || changed;
    }
    if (changed) this.measured.update((times) => times + 1);
  }

  /** False where what is to stand still is not in the page. Runs after layout and before paint, so that nobody sees the jump it takes back. */
  private hold(): boolean {
    if (this.centring !== null) this.centre();
    else if (this.ending) this.scroller.scrollTop = this.scroller.scrollHeight;
    else if (this.sticking() && this.stickToEnd() && !this.hasMovedUp())
      this.scroller.scrollTop = this.scroller.scrollHeight;
    else {
      const shift = this.shift();
      if (shift === null) return false;
      this.scroller.scrollTop += shift;
    }
    this.note();
    return true;
  }

  private note(): void {
    this.last = { top: this.scroller.scrollTop, height: this.scroller.scrollHeight };
    // Where one is to be is not in the page yet: where one is now says nothing.
    if (this.ending || (this.centring !== null && !this.centred())) return;
    this.atEnd.set(this.distances().below < END_ZONE);
    this.sticking.set(this.atEnd() && this.stickToEnd());
    const anchors = anchorsIn(this.scroller);
    this.anchors.set(anchors.length > 0 ? anchors : this.estimatedAnchors());
    this.moved.emit();
  }

  /** Whether the reader has left the end since it was last looked at; what shrinks also moves up, but nobody moved it. */
  private hasMovedUp(): boolean {
    return this.scroller.scrollTop < this.last.top && this.scroller.scrollHeight >= this.last.height;
  }

  /** How far what is to stand still stands from where the reader's own scrolling has taken it. */
  private shift(): number | null {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const end = scrollHeight - clientHeight;
    // Where the list has become too short for where one was, the browser has moved up, and not the reader.
    const isCutShort = this.last.top > end && scrollTop > end - 1;
    const scrolled = isCutShort ? 0 : scrollTop - this.last.top;
    if (scrolled !== 0) this.hasReaderMoved = true;
    for (const { key, top } of this.anchors()) {
      const place = placeOf(this.scroller, key);
      if (place !== null) return place - (top - scrolled);
    }
    return this.anchors().length === 0 ? 0 : null;
  }

  /** Who has dragged the scrollbar is where nothing has been rendered yet. */
  private estimatedAnchors(): readonly Anchor[] {
    const offsets = this.offsets();
    const { rows, sections } = this.appVirtualScroll();
    const top = this.topOfView();
    const found = offsets.indexAt(top);
    // A heading stays at the edge while its rows go by: it holds nothing.
    const index = sections.some(({ start }) => start === found) ? found + 1 : found;
    const row = rows[index];
    return row ? [{ key: row.key, top: offsets.top(index) - top }] : [];
  }

  private stretch(offsets: RowOffsets): Stretch {
    const { height } = this.box();
    const overscan = Math.min(MAX_OVERSCAN, OVERSCAN * height);
    const top = this.expectedTop(offsets);
    return around({ top, bottom: top + height }, overscan, STEP);
  }

  /** Where the upper edge of the view will be in the list. */
  private expectedTop(offsets: RowOffsets): number {
    const { height } = this.box();
    if (this.sticking()) return offsets.total - height;
    for (const { key, top } of this.anchors()) {
      const index = this.indexOf(key);
      if (index !== -1) return offsets.top(index) - top;
    }
    return offsets.top(Math.min(this.near, offsets.count));
  }

  private topOfView(): number {
    const list = this.scroller.querySelector('[data-rows]');
    if (!list) return 0;
    return this.scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
  }

  private centre(): void {
    const element = this.centred();
    if (!element) return;
    const { height, top } = element.getBoundingClientRect();
    this.scroller.scrollTop += top - this.scroller.getBoundingClientRect().top - this.middleFor(height);
    this.note();
  }

  private centred(): Element | null {
    const key = this.centring;
    return key === null ? null : this.scroller.querySelector(`[data-anchor="${CSS.escape(key)}"]`);
  }

  private middleFor(height: number): number {
    return Math.max(HEADING, (this.scroller.clientHeight - height) / 2);
  }
}

/** Room for the heading that stays at the upper edge. */
const HEADING = 56;
