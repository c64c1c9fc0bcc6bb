/** Counts by whom something belongs to, and forgets whoever has nothing: strangers are without number. */
export class Tally {
  private readonly counts = new Map<string, number>();

  of(owner: string): number {
    return this.counts.get(owner) ?? 0;
  }

  /** Who has so much, or more. */
  from(least: number): string[] {
    return [...this.counts].flatMap(([owner, count]) => (count >= least ? [owner] : []));
  }

  add(owner: string, by: number): void {
    const count = this.of(owner) + by;
    if (count > 0) this.counts.set(owner, count);
    else this.counts.delete(owner);
  }
}
