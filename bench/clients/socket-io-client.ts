import { io, type Socket } from 'socket.io-client';
import { numberOf } from '../measure/numbered.js';
import type { FromClient, ToClient } from '../servers/socket-io/events.js';
import type { Client, Receive } from './client.js';

const NO_FRAME = Buffer.alloc(0);

/** Socket.IO's own client, as it is by default. It costs the load more than those written by hand, so times measured with it are its own. */
export class SocketIoClient implements Client {
  private constructor(private readonly socket: Socket<ToClient, FromClient>) {}

  /** Resolves once it has left polling for a WebSocket. */
  static async connect(url: string, person: number): Promise<SocketIoClient> {
    // One socket each, as people have; the library would share one between all who come from here.
    const socket: Socket<ToClient, FromClient> = io(url, { auth: { person: String(person) }, forceNew: true });
    await new Promise<void>((resolve, reject) => {
      socket.io.once('open', () =>
        socket.io.engine.once('upgrade', () => {
          resolve();
        }),
      );
      socket.once('connect_error', reject);
    });
    return new SocketIoClient(socket);
  }

  async subscribe(room: string, receive: Receive): Promise<void> {
    this.socket.on('message', ({ body }) => {
      receive(numberOf(body), NO_FRAME);
    });
    await this.socket.emitWithAck('subscribe', room);
  }

  resume(): Promise<void> {
    return Promise.reject(new Error('Its recovery of connections is not measured here.'));
  }

  async send(room: string, body: string): Promise<void> {
    await this.socket.emitWithAck('send', room, body);
  }

  async latest(room: string): Promise<string> {
    return JSON.stringify(await this.socket.emitWithAck('latest', room));
  }

  async before(room: string, place: string): Promise<string> {
    return JSON.stringify(await this.socket.emitWithAck('before', room, Number(place)));
  }

  cut(): void {
    this.socket.disconnect();
  }
}
