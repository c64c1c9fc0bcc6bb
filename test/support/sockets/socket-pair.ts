import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createNetServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';

/** Two ends of a connection of this machine. */
export interface SocketPair extends Disposable {
  readonly near: Socket;
  readonly far: Socket;
}

export async function aSocketPair(): Promise<SocketPair> {
  const server = createNetServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const far = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [near] = (await once(server, 'connection')) as [Socket];
  server.close();
  return {
    near,
    far,
    [Symbol.dispose]: () => {
      near.destroy();
      far.destroy();
    },
  };
}

/** The stream under a server's WebSocket, and what a client makes of what is written to it. */
export interface WebSocketPair extends Disposable {
  readonly socket: WebSocket;
  readonly stream: Duplex;
  /** The next texts that the client has received. */
  readonly receives: (count: number) => Promise<string[]>;
}

export async function aWebSocketPair(): Promise<WebSocketPair> {
  const server = createServer().listen(0, '127.0.0.1');
  const sockets = new WebSocketServer({ noServer: true });
  const upgraded = new Promise<{ socket: WebSocket; stream: Duplex }>((resolve) => {
    server.once('upgrade', (request, stream, head) => {
      sockets.handleUpgrade(request, stream, head, (socket) => {
        resolve({ socket, stream });
      });
    });
  });
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  const received: string[] = [];
  client.on('message', (data: Buffer) => received.push(data.toString()));
  const [{ socket, stream }] = await Promise.all([upgraded, once(client, 'open')]);
  return {
    socket,
    stream,
    receives: async (count) => {
      while (received.length < count) await once(client, 'message');
      return received.splice(0, count);
    },
    [Symbol.dispose]: () => {
      client.terminate();
      stream.destroy();
      server.close();
    },
  };
}
