import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/**
 * Hears every piece that the servers in this process give to a network socket, at the moment at which they give it: what a client
 * sees comes later. Of connections that are made from now on.
 */
export function hearOutgoing(hear: (text: string) => void): Disposable {
  const listener = (opened: unknown): void => {
    const { socket } = opened as { socket: Socket };
    const write = socket.write.bind(socket) as (...given: unknown[]) => boolean;
    socket.write = (...given: unknown[]) => {
      hear(String(given[0]));
      return write(...given);
    };
  };
  subscribe('net.server.socket', listener);
  return {
    [Symbol.dispose]: () => {
      unsubscribe('net.server.socket', listener);
    },
  };
}
