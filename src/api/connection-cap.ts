import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import { networkOf, Tally } from '../runtime/index.js';
import { asPlain, RateLimited } from '../errors/index.js';
import type { Settings } from '../config/index.js';

/** Sockets and requests together: some hundred people behind one address have a socket each, and a few connections for what a page needs. */
const MAX_OF_A_NETWORK = 500;
/** A few more are listened to, to be told why nothing else is; what comes after those is cut off without a word. */
const MAX_TURNED_AWAY = 50;
const SECONDS_TO_WAIT = 5;

const turnedAway = new WeakSet<Socket>();

/** Lets no address have all the connections that the system gives. Before the server listens; not behind a proxy, whose address says nothing. */
export function capConnections(server: Server, { rateLimits, trustProxy }: Settings): void {
  if (!rateLimits || trustProxy > 0) return;
  const open = new Tally();
  server.on('connection', (socket) => {
    if (socket.remoteAddress === undefined) return;
    const network = networkOf(socket.remoteAddress);
    const others = open.of(network);
    if (others >= MAX_OF_A_NETWORK + MAX_TURNED_AWAY) {
      socket.destroy();
      return;
    }
    if (others >= MAX_OF_A_NETWORK) turnedAway.add(socket);
    open.add(network, 1);
    socket.once('close', () => {
      open.add(network, -1);
    });
  });
}

/** Seconds to wait, for a request on a connection that its address has too many of. */
export function secondsUntilConnected({ socket }: IncomingMessage): number | undefined {
  return turnedAway.has(socket) ? SECONDS_TO_WAIT : undefined;
}

/** Tells a client of too many connections so, and closes this one. */
export const turnAwayExcess: RequestHandler = (request, response, next) => {
  const seconds = secondsUntilConnected(request);
  if (seconds === undefined) {
    next();
    return;
  }
  const { status, headers, body } = asPlain(new RateLimited(seconds, 'Your address has too many connections open'));
  response.status(status).set(headers).set({ 'Cache-Control': 'no-store', Connection: 'close' }).json(body);
};
