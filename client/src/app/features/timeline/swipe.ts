/** In pixels: less is a tap of an unsteady finger. */
const MIN_WAY = 48;

/** One finger drawn across the screen, to the next or to the previous of what is shown. */
export class Swipe {
  private start: { readonly x: number; readonly y: number } | null = null;

  begin({ touches }: TouchEvent): void {
    const [touch] = touches;
    // Two fingers zoom, and in an enlarged picture one finger moves it.
    const isSwipe = touches.length === 1 && touch !== undefined && (visualViewport?.scale ?? 1) < 1.01;
    this.start = isSwipe ? { x: touch.clientX, y: touch.clientY } : null;
  }

  /** By how many the finger has gone on: 1 after a swipe to the left, -1 after one to the right, otherwise 0. */
  end({ changedTouches }: TouchEvent): -1 | 0 | 1 {
    const { start } = this;
    const [touch] = changedTouches;
    this.start = null;
    if (!start || !touch) return 0;
    const across = touch.clientX - start.x;
    const along = touch.clientY - start.y;
    if (Math.abs(across) < MIN_WAY || Math.abs(across) < 2 * Math.abs(along)) return 0;
    return across < 0 ? 1 : -1;
  }
}
