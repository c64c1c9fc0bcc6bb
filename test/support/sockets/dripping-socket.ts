import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A WebSocket that takes from the network one byte at a time, and none that it was not told to take. */
export class DrippingSocket {
  private text = '';
  private wake: () => void = () => undefined;

  private constructor(private readonly socket: Socket) {}

  static async open(url: string): Promise<DrippingSocket> {
    const { hostname, port, host } = new URL(url);
    const buffer = Buffer.alloc(1);
    const socket = connect({
      host: hostname,
      port: Number(port),
      onread: {
        buffer,
        callback: () => {
          dripping.text += buffer.toString('latin1');
          dripping.wake();
          return false;
        },
      },
    });
    const dripping = new DrippingSocket(socket);
    // The server may have ended it, which is for others to notice.
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      [
        'GET /graphql HTTP/1.1',
        `Host: ${host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
        'Sec-WebSocket-Protocol: graphql-transport-ws',
        '\r\n',
      ].join('\r\n'),
    );
    await dripping.until('\r\n\r\n');
    return dripping;
  }

  says(frame: unknown): void {
    const payload = Buffer.from(JSON.stringify(frame));
    const header = Buffer.from([0x81, 0x80 | 126, payload.byteLength >>> 8, payload.byteLength & 0xff]);
    // What a client says is masked; with zeros it stays what it is.
    this.socket.write(Buffer.concat([header, Buffer.alloc(4), payload]));
  }

  /** Takes bytes until they end with this; gives back all since the last time. */
  async until(end: string): Promise<string> {
    while (!this.text.endsWith(end)) await this.drips();
    const { text } = this;
    this.text = '';
    return text;
  }

  async drips(): Promise<void> {
    const dripped = new Promise<void>((resolve) => (this.wake = resolve));
    this.socket.resume();
    await dripped;
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}
