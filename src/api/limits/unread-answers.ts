import { Tally } from '../../common/index.js';

const MOST_UNREAD_BYTES = 32 * 1024 * 1024;
/** A smaller one is not worth counting. */
const SMALL_BYTES = 16 * 1024;

/** What was answered and is not read yet: it waits in the server's memory. */
export class UnreadAnswers {
  private readonly bytes = new Tally();

  /** Counts an answer until it has arrived. */
  count(network: string, bytes: number, arrived: () => Promise<unknown>): void {
    if (bytes < SMALL_BYTES) return;
    this.bytes.add(network, bytes);
    void arrived().then(() => {
      this.bytes.add(network, -bytes);
    });
  }

  areTooMany(network: string): boolean {
    return this.bytes.of(network) > MOST_UNREAD_BYTES;
  }
}
