import type { Database } from './database.js';

/**
 * What many ask for at the same moment, read once for all of them. It is shared until the next commit can be read, so that whoever asks after a change
 * was acknowledged is shown it. What stands under a key is the same for whoever asks for it, and whether they may see it is asked before.
 */
export class SharedReads<Value> {
  private readonly reads = new Map<string, Promise<Value>>();
  private version: number | undefined;
  private bytes = 0;

  constructor(
    private readonly database: Pick<Database, 'version'>,
    private readonly bounds: { readonly bytesOf: (value: Value) => number; readonly maxBytes: number },
  ) {}

  of(key: string, read: () => Promise<Value>): Promise<Value> {
    if (this.version !== this.database.version) this.forgetAll();
    const known = this.reads.get(key);
    if (known) return known;
    const reading = read();
    this.reads.set(key, reading);
    void this.weigh(key, reading);
    return reading;
  }

  private async weigh(key: string, reading: Promise<Value>): Promise<void> {
    try {
      const value = await reading;
      if (this.reads.get(key) !== reading) return;
      this.bytes += this.bounds.bytesOf(value);
      if (this.bytes > this.bounds.maxBytes) this.forgetAll();
    } catch {
      // Whoever asked is told what went wrong; the next one tries again.
      if (this.reads.get(key) === reading) this.reads.delete(key);
    }
  }

  private forgetAll(): void {
    this.reads.clear();
    this.bytes = 0;
    this.version = this.database.version;
  }
}
