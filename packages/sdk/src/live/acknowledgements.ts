import { after } from '../time.js';

/** In milliseconds: all that was handled within it is acknowledged together. */
const EVERY = 50;

/** Tells the server how far a consumer is, the newest place alone, and one request at a time. */
export class Acknowledgements {
  private waiting: string | null = null;
  private sending: Promise<void> | null = null;
  private failure: { readonly error: unknown } | null = null;

  constructor(private readonly send: (cursor: string) => Promise<void>) {}

  /** Everything up to this place was handled. Throws what an earlier place was refused with. */
  handled(cursor: string): void {
    this.throwFailure();
    this.waiting = cursor;
    this.sending ??= this.sendAll();
  }

  /** Resolves when the server knows all of it. */
  async settled(): Promise<void> {
    await this.sending;
    this.throwFailure();
  }

  private async sendAll(): Promise<void> {
    try {
      for (let cursor = this.take(); cursor !== null; cursor = this.take()) {
        await new Promise<void>((resolve) => after(EVERY, resolve));
        await this.send(this.take() ?? cursor);
      }
    } catch (error) {
      this.failure = { error };
    } finally {
      this.sending = null;
    }
  }

  private take(): string | null {
    const cursor = this.waiting;
    this.waiting = null;
    return cursor;
  }

  private throwFailure(): void {
    const { failure } = this;
    this.failure = null;
    if (failure) throw failure.error;
  }
}
