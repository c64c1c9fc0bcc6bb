import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Hears every piece that this process's clients get from a network socket, as it comes. Of connections that are made from now on. */
export function hearIncoming(hear: (text: string) => void): Disposable {
  const listener = (opened: unknown): void => {
    const { socket } = opened as { socket: Socket };
    const push = socket.push.bind(socket);
    socket.push = (piece: unknown, encoding?: BufferEncoding) => {
      if (Buffer.isBuffer(piece)) hear(piece.toString('latin1'));
      return push(piece, encoding);
    };
  };
  subscribe('net.client.socket', listener);
  return {
    [Symbol.dispose]: () => {
      unsubscribe('net.client.socket', listener);
    },
  };
}
