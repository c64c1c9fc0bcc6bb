import type { Server } from 'node:http';
import { networkOf, Tally } from '../common/index.js';
import type { Settings } from '../config/index.js';

/** Sockets and requests together: some hundred people behind one address have a socket each, and a few connections for what a page needs. */
const MOST_OF_A_NETWORK = 500;

/** Lets no address have all the connections that the system gives. Before the server listens; not behind a proxy, whose address says nothing. */
export function capConnections(server: Server, { rateLimits, trustProxy }: Settings): void {
  if (!rateLimits || trustProxy > 0) return;
  const open = new Tally();
  server.on('connection', (socket) => {
    if (socket.remoteAddress === undefined) return;
    const network = networkOf(socket.remoteAddress);
    if (open.of(network) >= MOST_OF_A_NETWORK) {
      socket.destroy();
      return;
    }
    open.add(network, 1);
    socket.once('close', () => {
      open.add(network, -1);
    });
  });
}
