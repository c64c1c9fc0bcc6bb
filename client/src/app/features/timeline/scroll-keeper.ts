import { afterNextRender, DestroyRef, Directive, ElementRef, inject, input, output, signal } from '@angular/core';
import { type Anchor, anchorAt, placeOf } from './scroll-anchor';

/** This close to the end counts as being there. */
const endZone = 48;

/**
 * Holds the reader's place in a scrolling list while things come, go and grow around it: those at the end stay at the end, all others keep
 * what they are reading where it is.
 */
@Directive({ selector: '[appScrollKeeper]', exportAs: 'appScrollKeeper', host: { '(scroll)': 'scrolled()' } })
export class ScrollKeeper {
  /** False while newer messages exist that are not loaded: the end of what is loaded is then not the end. */
  readonly stickToEnd = input(true);
  /** Where the reader was when they left; null for the end. */
  readonly startAt = input<Anchor | null>(null);
  /** Whenever the place in the list may have changed, by whomever. */
  readonly moved = output();
  /** Only when the reader has scrolled: what this directive does itself is no wish to see more. */
  readonly readerMoved = output();
  readonly atEnd = signal(true);

  private readonly scroller = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private anchor: Anchor | null = null;
  private last = { top: 0, height: 0 };
  private sticking = true;
  private started = false;

  constructor() {
    const observer = new ResizeObserver(() => {
      this.hold(this.sticking);
    });
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
    });
    afterNextRender(() => {
      observer.observe(this.scroller);
      for (const child of this.scroller.children) observer.observe(child);
    });
  }

  toEnd(): void {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.note();
  }

  /** To be called when other things are shown: where as much goes at one end as comes at the other, nothing grows that could be observed. */
  keep(): void {
    this.hold(this.sticking);
  }

  /** What the reader is at; null at the end, where they are to stay. */
  place(): Anchor | null {
    return this.sticking ? null : this.anchor;
  }

  /** What the reader opens or closes changes the list around them: whoever is at the end stays with what they opened. */
  keepAround(change: () => void): void {
    this.sticking = false;
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
    const byReader = this.scroller.scrollTop !== this.last.top;
    if (this.scroller.scrollHeight === this.last.height) this.note();
    else this.hold(this.sticking);
    if (byReader) this.readerMoved.emit();
  }

  // Runs after layout and before paint, so that nobody sees the jump it takes back.
  private hold(atEnd: boolean): void {
    if (!this.started && this.start()) return;
    if (atEnd && this.stickToEnd() && !this.hasMovedUp()) this.scroller.scrollTop = this.scroller.scrollHeight;
    else if (this.anchor) this.scroller.scrollTop += this.shiftOf(this.anchor);
    this.note();
  }

  /** False where there is nothing to come back to: at the end, or at a message that is not loaded any more. */
  private start(): boolean {
    this.started = true;
    const at = this.startAt();
    const place = at && placeOf(this.scroller, at.key);
    if (!at || place === null) return false;
    this.scroller.scrollTop += place - at.top;
    this.note();
    return true;
  }

  private note(): void {
    this.last = { top: this.scroller.scrollTop, height: this.scroller.scrollHeight };
    this.atEnd.set(this.distances().below < endZone);
    this.sticking = this.atEnd() && this.stickToEnd();
    this.anchor = anchorAt(this.scroller);
    this.moved.emit();
  }

  /** Whether the reader has left the end since it was last looked at; what shrinks also moves up, but nobody moved it. */
  private hasMovedUp(): boolean {
    return this.scroller.scrollTop < this.last.top && this.scroller.scrollHeight >= this.last.height;
  }

  /** How far the anchor stands from where the reader's own scrolling has taken it. */
  private shiftOf({ key, top }: Anchor): number {
    const place = placeOf(this.scroller, key);
    return place === null ? 0 : place - (top - (this.scroller.scrollTop - this.last.top));
  }
}
