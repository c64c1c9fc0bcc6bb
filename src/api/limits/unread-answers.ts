const MOST_UNREAD_BYTES = 32 * 1024 * 1024;
/** A smaller one is not worth counting. */
const SMALL_BYTES = 16 * 1024;

/** What was answered and is not read yet: it waits in the server's memory. */
export class UnreadAnswers {
  private readonly bytes = new Map<string, number>();

  /** Counts an answer until it has arrived. */
  count(network: string, bytes: number, arrived: () => Promise<unknown>): void {
    if (bytes < SMALL_BYTES) return;
    this.add(network, bytes);
    void arrived().then(() => {
      this.add(network, -bytes);
    });
  }

  areTooMany(network: string): boolean {
    return (this.bytes.get(network) ?? 0) > MOST_UNREAD_BYTES;
  }

  private add(network: string, change: number): void {
    const bytes = (this.bytes.get(network) ?? 0) + change;
    if (bytes === 0) this.bytes.delete(network);
    else this.bytes.set(network, bytes);
  }
}
