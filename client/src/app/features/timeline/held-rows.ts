import { DestroyRef, ElementRef, inject, Injectable, type Signal, signal } from '@angular/core';

/** So many rows are held at most for the sake of a selection: beyond that it is cut off. */
export const MAX_SELECTED = 500;

/** What the browser itself does with rows that must not go from the page while it does: it plays them, or has them selected. */
@Injectable()
export class HeldRows {
  private readonly timeline = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly playingRows = signal<readonly string[]>([]);
  private readonly selectedRows = signal<readonly [string, string] | null>(null);

  readonly playing = this.playingRows.asReadonly();
  /** The first and the last row that something is selected in. */
  readonly selected: Signal<readonly [string, string] | null> = this.selectedRows.asReadonly();

  constructor() {
    const stop = new AbortController();
    inject(DestroyRef).onDestroy(() => {
      stop.abort();
    });
    // These do not bubble.
    const options = { capture: true, signal: stop.signal };
    for (const change of ['play', 'pause', 'ended'])
      this.timeline.addEventListener(change, this.lookWhatPlays, options);
    document.addEventListener('selectionchange', this.lookWhatIsSelected, { signal: stop.signal });
  }

  private readonly lookWhatPlays = (): void => {
    const all = [...this.timeline.querySelectorAll<HTMLMediaElement>('audio, video')];
    this.playingRows.set(all.filter(({ paused }) => !paused).flatMap((each) => this.rowOf(each) ?? []));
  };

  private readonly lookWhatIsSelected = (): void => {
    const selection = getSelection();
    const isSelected = selection !== null && !selection.isCollapsed;
    const from = isSelected ? this.rowOf(selection.anchorNode) : null;
    const to = isSelected ? this.rowOf(selection.focusNode) : null;
    const before = this.selectedRows();
    if (from === null || to === null) {
      if (before !== null) this.selectedRows.set(null);
    } else if (before?.[0] !== from || before[1] !== to) this.selectedRows.set([from, to]);
  };

  private rowOf(node: Node | null): string | null {
    const element = node instanceof Element ? node : (node?.parentElement ?? null);
    const row = element?.closest<HTMLElement>('[data-row]');
    return row && this.timeline.contains(row) ? (row.dataset['row'] ?? null) : null;
  }
}
