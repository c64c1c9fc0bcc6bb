import { WebSocket } from 'ws';

interface Door {
  readonly path?: string;
  readonly protocols?: string | string[];
  readonly origin?: string;
  readonly authorization?: string;
  /** Whether pings are answered, as every client does by itself. */
  readonly answersPings?: boolean;
}

interface Frame {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A WebSocket that says only what the test says, to see what the server makes of it. */
export class RawSocket {
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  /** Resolves with the words that came with it. */
  readonly farewell: Promise<string>;
  private readonly frames: string[] = [];
  private wake: () => void = () => undefined;

  private constructor(private readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    this.farewell = new Promise((resolve) =>
      socket.once('close', (_code, reason) => {
        resolve(reason.toString());
      }),
    );
    socket.on('message', (data: Buffer) => {
      this.frames.push(data.toString());
      this.wake();
    });
  }

  static async open(url: string, door: Door = {}): Promise<RawSocket> {
    const socket = webSocket(url, door);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new RawSocket(socket);
  }

  /** Opens one and says hello; `payload` is what connection_init carries. */
  static async acknowledged(url: string, payload?: unknown, door: Door = {}): Promise<RawSocket> {
    const socket = await RawSocket.open(url, door);
    socket.says({ type: 'connection_init', payload });
    await socket.next();
    return socket;
  }

  says(frame: unknown): void {
    this.socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  }

  async next(): Promise<Frame> {
    return JSON.parse(await this.text()) as Frame;
  }

  /** The next frame as it came. */
  async text(): Promise<string> {
    while (this.frames.length === 0) await new Promise<void>((resolve) => (this.wake = resolve));
    return this.frames.shift() ?? '';
  }

  /** All that still comes until the socket is closed. */
  async rest(): Promise<Frame[]> {
    await this.closed;
    return this.frames.splice(0).map((frame) => JSON.parse(frame) as Frame);
  }

  /** Resolves with the next ping of the server. */
  async pinged(): Promise<void> {
    await new Promise((resolve) => this.socket.once('ping', resolve));
  }

  /** Stops reading, so that the network fills up behind it. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  [Symbol.dispose](): void {
    this.socket.terminate();
  }
}

/** The HTTP status with which the server answers a handshake: 101 where it takes the socket. */
export async function handshake(url: string, door: Door = {}): Promise<number | undefined> {
  const socket = webSocket(url, door);
  // Hanging up on a refused handshake is an error to `ws`; here the refusal is what was asked for.
  socket.on('error', () => undefined);
  const status = await new Promise<number | undefined>((resolve) => {
    socket.once('upgrade', ({ statusCode }) => {
      resolve(statusCode);
    });
    socket.once('unexpected-response', (_request, { statusCode }) => {
      resolve(statusCode);
    });
  });
  socket.terminate();
  return status;
}

function webSocket(url: string, door: Door): WebSocket {
  const { path = '/graphql', protocols = 'graphql-transport-ws', origin, authorization, answersPings = true } = door;
  const options = {
    autoPong: answersPings,
    ...(origin !== undefined && { origin }),
    ...(authorization !== undefined && { headers: { authorization } }),
  };
  return new WebSocket(`${url.replace(/^http/, 'ws')}${path}`, protocols, options);
}
