import { Tally } from '../../runtime/index.js';

/** Half of it for one reader: who reads nothing leaves those who share the address something. */
const MAX_UNREAD_BYTES = 32 * 1024 * 1024;
const MAX_UNREAD_BYTES_OF_ONE = MAX_UNREAD_BYTES / 2;
/** A smaller one is not worth counting. */
const SMALL_BYTES = 16 * 1024;

/** Who is to read an answer: an account, or the visitors of an address, who are one. */
export interface Reader {
  readonly account: string | null;
  readonly network: string;
}

/** What was answered and is not read yet: it waits in the server's memory. */
export class UnreadAnswers {
  private readonly ofNetwork = new Tally();
  private readonly ofOne = new Tally();

  /** Counts an answer until it has arrived. */
  count(reader: Reader, bytes: number, arrived: () => Promise<unknown>): void {
    if (bytes < SMALL_BYTES) return;
    this.add(reader, bytes);
    void arrived().then(() => {
      this.add(reader, -bytes);
    });
  }

  areTooMany(reader: Reader): boolean {
    return (
      this.ofOne.of(keyOf(reader)) > MAX_UNREAD_BYTES_OF_ONE || this.ofNetwork.of(reader.network) > MAX_UNREAD_BYTES
    );
  }

  private add(reader: Reader, bytes: number): void {
    this.ofOne.add(keyOf(reader), bytes);
    this.ofNetwork.add(reader.network, bytes);
  }
}

function keyOf({ account, network }: Reader): string {
  return account ?? `visitors of ${network}`;
}
