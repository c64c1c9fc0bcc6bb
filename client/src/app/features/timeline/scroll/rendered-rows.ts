import type { RowOffsets } from './row-offsets';

/** A stretch of the list, in pixels from its upper end. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Which rows are in the page: those that a stretch touches, so many more each way, and those that are held wherever one scrolls. In order, each once. */
export function renderedRows(
  offsets: RowOffsets,
  { top, bottom }: Stretch,
  { more = 0, held = [] }: { readonly more?: number; readonly held?: Iterable<number> } = {},
): readonly number[] {
  const rows = new Set<number>();
  if (offsets.count > 0) {
    const last = Math.min(offsets.count - 1, offsets.indexAt(Math.max(top, bottom)) + more);
    for (let row = Math.max(0, offsets.indexAt(top) - more); row <= last; row += 1) rows.add(row);
  }
  for (const row of held) if (row >= 0 && row < offsets.count) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

/** The stretch to render around what is in view. It moves in steps: not each pixel that is scrolled changes the page. */
export function around({ top, bottom }: Stretch, overscan: number, step: number): Stretch {
  return {
    top: Math.floor((top - overscan) / step) * step,
    bottom: Math.ceil((bottom + overscan) / step) * step,
  };
}
