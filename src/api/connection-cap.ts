import type { Server } from 'node:http';
import { networkOf } from '../common/index.js';
import type { Settings } from '../config/index.js';

/** Sockets and requests together: some hundred people behind one address have a socket each, and a few connections for what a page needs. */
const MOST_OF_A_NETWORK = 500;

/** Lets no address have all the connections that the system gives. Before the server listens; not behind a proxy, whose address says nothing. */
export function capConnections(server: Server, { rateLimits, trustProxy }: Settings): void {
  if (!rateLimits || trustProxy > 0) return;
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    if (socket.remoteAddress === undefined) return;
    const network = networkOf(socket.remoteAddress);
    const count = (open.get(network) ?? 0) + 1;
    if (count > MOST_OF_A_NETWORK) {
      socket.destroy();
      return;
    }
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}
