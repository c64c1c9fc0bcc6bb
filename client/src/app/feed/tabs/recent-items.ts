/** How many are kept, for tabs that were asleep for a moment; a tab that has missed more takes the whole state. */
const MAX_RECENT = 500;

interface Positioned {
  readonly cursor: string;
}

/** The newest items of the feed as a tab has heard them, one after the other without a gap. */
export class RecentItems<Item extends Positioned> {
  private base: string | null = null;
  private items: Item[] = [];

  /** What comes next follows this position. */
  restart(cursor: string): void {
    this.base = cursor;
    this.items = [];
  }

  add(item: Item): void {
    this.items.push(item);
    if (this.items.length > MAX_RECENT) this.base = this.items.shift()?.cursor ?? this.base;
  }

  /** What has come after a position; null where that position is not known here. */
  after(cursor: string): readonly Item[] | null {
    const index = this.items.findLastIndex((item) => item.cursor === cursor);
    if (index !== -1) return this.items.slice(index + 1);
    return cursor === this.base ? [...this.items] : null;
  }
}
