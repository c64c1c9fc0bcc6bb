import { connect, type Socket } from 'node:net';

/** A connection on which a test says what no HTTP client would. */
export class RawRequest {
  private text = '';
  /** Resolves with all that the server said, once it has hung up. */
  readonly ended: Promise<string>;
  /** Resolves when the line stands. */
  readonly connected: Promise<void>;
  /** Resolves when the server has said something. */
  readonly answered: Promise<void>;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (data: Buffer) => (this.text += data.toString('latin1')));
    // Who writes to a connection that is being closed is told so, which is no news here.
    socket.on('error', () => undefined);
    this.connected = new Promise((resolve) => {
      socket.once('connect', resolve);
    });
    this.answered = new Promise((resolve) => {
      socket.once('data', () => {
        resolve();
      });
    });
    this.ended = new Promise((resolve) => {
      socket.once('close', () => {
        resolve(this.text);
      });
    });
  }

  static open(url: string, ...said: string[]): RawRequest {
    const { hostname, port } = new URL(url);
    const request = new RawRequest(connect(Number(port), hostname));
    for (const text of said) request.says(text);
    return request;
  }

  get isOpen(): boolean {
    return !this.socket.closed;
  }

  /** Stops reading, so that the network fills up behind it. */
  pauses(): void {
    this.socket.pause();
  }

  resumes(): void {
    this.socket.resume();
  }

  says(text: string): void {
    this.socket.write(text, 'latin1');
  }

  /** Says a byte now and then for as long as anybody listens. */
  drips(byte: string): this {
    const drip = setInterval(() => {
      this.says(byte);
    }, 100);
    this.socket.once('close', () => {
      clearInterval(drip);
    });
    return this;
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}
