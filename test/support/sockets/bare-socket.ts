import { connect, type Socket } from 'node:net';

interface Frame {
  readonly opcode: number;
  readonly payload?: Buffer | string;
  readonly isFinal?: boolean;
  readonly isMasked?: boolean;
  readonly reserved?: number;
}

export const TEXT = 0x1;
export const BINARY = 0x2;
export const CONTINUATION = 0x0;
export const CLOSE = 0x8;
export const PING = 0x9;
export const PONG = 0xa;

/** A WebSocket without a library, which breaks every rule that its test wants broken (RFC 6455, section 5.2). */
export class BareSocket {
  /** What the server says of the handshake, with its headers. */
  answer = '';
  private received = Buffer.alloc(0);
  private isOver = false;
  private wake: () => void = () => undefined;

  private constructor(private readonly socket: Socket) {
    // Who writes to a connection that is being closed is told so, which is no news here.
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      this.received = Buffer.concat([this.received, data]);
      this.wake();
    });
    for (const event of ['end', 'close']) {
      socket.on(event, () => {
        this.isOver = true;
        this.wake();
      });
    }
  }

  /** `staysHalfOpen` makes one that does not hang up when the server does. */
  static async open(
    url: string,
    { path = '/graphql', headers = [] as readonly string[], staysHalfOpen = false } = {},
  ): Promise<BareSocket> {
    const { hostname, port, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: staysHalfOpen });
    const bare = new BareSocket(socket);
    const own = headers.length > 0 ? headers : ['Sec-WebSocket-Protocol: graphql-transport-ws'];
    socket.write(
      [
        `GET ${path} HTTP/1.1`,
        `Host: ${host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
        ...own,
        '\r\n',
      ].join('\r\n'),
    );
    bare.answer = (await bare.take((bytes) => endOfHeaders(bytes))).toString();
    return bare;
  }

  /** Opens one and says hello. */
  static async acknowledged(url: string, payload: unknown = {}): Promise<BareSocket> {
    const bare = await BareSocket.open(url);
    bare.says({ type: 'connection_init', payload });
    await bare.next();
    return bare;
  }

  says(message: unknown): void {
    this.sends({ opcode: TEXT, payload: JSON.stringify(message) });
  }

  sends({ opcode, payload = '', isFinal = true, isMasked = true, reserved = 0 }: Frame): void {
    const bytes = Buffer.from(payload);
    const first = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode;
    const mask = isMasked ? 0x80 : 0;
    const length =
      bytes.length < 126 ? [mask | bytes.length] : [mask | 126, (bytes.length >>> 8) & 0xff, bytes.length & 0xff];
    // Masked with zeros, what is said stays what it is.
    this.sendsBytes(Buffer.concat([Buffer.from([first, ...length]), Buffer.alloc(isMasked ? 4 : 0), bytes]));
  }

  /** All that is said meanwhile goes out at once. */
  atOnce(say: () => void): void {
    this.socket.cork();
    say();
    this.socket.uncork();
  }

  sendsBytes(bytes: Buffer): void {
    this.socket.write(bytes);
  }

  /** The next frame of the server; short ones alone. */
  async next(): Promise<{ opcode: number; payload: Buffer }> {
    const frame = await this.take((bytes) => {
      const length = (bytes[1] ?? 0) & 0x7f;
      const header = length === 126 ? 4 : 2;
      if (bytes.length < header) return undefined;
      const end = header + (length === 126 ? bytes.readUInt16BE(2) : length);
      return bytes.length < end ? undefined : end;
    });
    const header = ((frame[1] ?? 0) & 0x7f) === 126 ? 4 : 2;
    return { opcode: (frame[0] ?? 0) & 0x0f, payload: frame.subarray(header) };
  }

  /** The code of the server's goodbye, whatever it says before; undefined where it hangs up without one. */
  async closeCode(): Promise<number | undefined> {
    try {
      for (;;) {
        const { opcode, payload } = await this.next();
        if (opcode === CLOSE) return payload.readUInt16BE(0);
      }
    } catch (error) {
      if (error instanceof HungUp) return undefined;
      throw error;
    }
  }

  /** Resolves when the server has hung up. */
  async hungUp(): Promise<void> {
    while (!this.isOver) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  pause(): void {
    this.socket.pause();
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }

  private async take(endOf: (bytes: Buffer) => number | undefined): Promise<Buffer> {
    for (;;) {
      const end = this.received.length > 0 ? endOf(this.received) : undefined;
      if (end !== undefined && end <= this.received.length) {
        const taken = this.received.subarray(0, end);
        this.received = this.received.subarray(end);
        return taken;
      }
      if (this.isOver) throw new HungUp();
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

class HungUp extends Error {}

function endOfHeaders(bytes: Buffer): number | undefined {
  const at = bytes.indexOf('\r\n\r\n');
  return at < 0 ? undefined : at + 4;
}
