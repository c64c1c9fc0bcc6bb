/**
 * Where each row of a long list stands: how tall the rows are, as far as they were measured, and otherwise as they were estimated. A row that
 * is measured costs nothing; what lies below it is added up again when somebody asks.
 */
export class RowOffsets {
  readonly count: number;
  private readonly sizes: Float64Array;
  /** The upper edge of each row, and behind them the lower edge of the last one. */
  private readonly edges: Float64Array;
  /** Up to this row the edges are right. */
  private addedUp = 0;

  constructor(sizes: Iterable<number>) {
    this.sizes = Float64Array.from(sizes);
    this.count = this.sizes.length;
    this.edges = new Float64Array(this.count + 1);
  }

  get total(): number {
    return this.top(this.count);
  }

  /** The upper edge of a row, which is the lower edge of the one before. */
  top(index: number): number {
    for (; this.addedUp < index; this.addedUp += 1)
      this.edges[this.addedUp + 1] = (this.edges[this.addedUp] ?? 0) + (this.sizes[this.addedUp] ?? 0);
    return this.edges[index] ?? 0;
  }

  size(index: number): number {
    return this.sizes[index] ?? 0;
  }

  /** Whether that was news. */
  resize(index: number, size: number): boolean {
    if (index < 0 || index >= this.count || this.sizes[index] === size) return false;
    this.sizes[index] = size;
    this.addedUp = Math.min(this.addedUp, index);
    return true;
  }

  /** The row at that height: the first whose lower edge lies below it, or the last one. */
  indexAt(height: number): number {
    this.top(this.count);
    let low = 0;
    let high = Math.max(0, this.count - 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.edges[middle + 1] ?? 0) > height) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
