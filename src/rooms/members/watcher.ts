/** Somebody who watches a room, for as long as the stay lasts in which they began to. */
export class Watcher {
  private readonly ending = new AbortController();
  private joinedPosition: number | undefined;
  private leftPosition = 0;

  /** Fires when the stay is over. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  /** In which stay they watch. Until this is known, a going is kept in mind: it may end this stay, or be of one before. */
  watchesIn({ joinedPosition }: { readonly joinedPosition: number }): void {
    this.joinedPosition = joinedPosition;
    this.endIfOver();
  }

  /** They left at this position of the log. */
  left(position: number): void {
    this.leftPosition = Math.max(this.leftPosition, position);
    this.endIfOver();
  }

  private endIfOver(): void {
    if (this.joinedPosition !== undefined && this.leftPosition > this.joinedPosition) this.ending.abort();
  }
}
