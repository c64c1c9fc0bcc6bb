import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { BotTokenOver, SessionEndings, SessionOver } from '../../auth/index.js';
import { Clock } from '../../runtime/index.js';
import { callerAddress, InjectSettings, type Settings } from '../../config/index.js';
import { secondsUntilConnected } from '../connection-cap.js';
import { MAX_BODY_BYTES } from '../http-bounds.js';
import { isOriginAllowed } from '../origins.js';
import { Connection } from './connection.js';
import { Connections } from './connections.js';
import { handshakeOf } from './greeting.js';
import { SocketOperations } from './socket-operations.js';
import { SECONDS_UNTIL_ANOTHER } from './sockets.errors.js';

/** Each piece that a frame or a message comes in is kept apart until the last: single bytes would take a hundred times their size. */
const MAX_PIECES = { maxFragments: 128, maxBufferedChunks: 1024 };
/** How long a client may take to say goodbye before the server stops without it. */
const LAST_WORD_MILLISECONDS = 3000;
const HEARTBEAT_MILLISECONDS = 15_000;

type Protocol = ReturnType<typeof makeServer>;

/** WebSockets on /graphql: GraphQL over the graphql-transport-ws protocol, with bounds on what a socket may do. */
@Injectable()
export class SocketServer {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_BODY_BYTES,
    ...MAX_PIECES,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly operations: SocketOperations,
    private readonly connections: Connections,
    private readonly schema: GraphQLSchemaHost,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Takes over the upgrades of an HTTP server. */
  mount(server: Server): void {
    const protocol = makeServer(this.operations.optionsFor(this.schema.schema));
    // Other upgrades are offers, which HTTP lets a server pass over: Java's client makes one (h2c) with each request.
    Object.assign(server, { shouldUpgradeCallback: asksForSocket });
    server.on('upgrade', (request, stream, head) => {
      this.upgrade(request, stream, head, protocol);
    });
    this.endings.listen((sessionId) => {
      // A moment later, so that the answer to a logout over the socket itself goes out before.
      setImmediate(() => {
        this.closeSession(sessionId);
      });
    });
    this.heartbeat = setInterval(() => {
      this.beat();
    }, HEARTBEAT_MILLISECONDS).unref();
  }

  /** Looks after every socket and stream: whether somebody is still there, and reads. */
  beat(): void {
    for (const connection of this.connections) connection.beat();
  }

  /** Asks everybody to come back later, and takes nobody new. */
  drain(): void {
    clearInterval(this.heartbeat);
    this.connections.sendAway();
    this.sockets.close();
    setTimeout(() => {
      for (const connection of this.connections) connection.terminate();
    }, LAST_WORD_MILLISECONDS).unref();
  }

  private closeSession(sessionId: string): void {
    for (const connection of this.connections) {
      if (connection.viewer?.sessionId !== sessionId) continue;
      connection.end(connection.viewer.bot ? new BotTokenOver() : new SessionOver());
    }
  }

  private upgrade(request: IncomingMessage, stream: Duplex, head: Buffer, protocol: Protocol): void {
    stream.on('error', (error) => {
      new Logger('sockets').debug(error.message);
    });
    const refusal = this.refusalOf(request);
    if (refusal !== undefined) {
      // A caller who does not hang up would keep the connection for ever, which no timeout of HTTP's watches any more.
      stream.once('finish', () => stream.destroy());
      stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.sockets.handleUpgrade(request, stream, head, (socket) => {
      const address = callerAddress(request, this.settings);
      const connection = new Connection(socket, stream, address, handshakeOf(request), this.clock);
      this.connections.add(connection);
      connection.open(protocol, () => {
        this.connections.delete(connection);
      });
    });
  }

  /** The status, and what else a refused client is told in the head of the answer. */
  private refusalOf(request: IncomingMessage): string | undefined {
    if (URL.parse(request.url ?? '', 'http://server')?.pathname !== '/graphql') return '404 Not Found';
    if (!isOriginAllowed(request, this.settings)) return '403 Forbidden';
    const address = callerAddress(request, this.settings);
    const seconds = this.connections.hasRoomForAddress(address)
      ? secondsUntilConnected(request)
      : SECONDS_UNTIL_ANOTHER;
    return seconds === undefined ? undefined : `429 Too Many Requests\r\nRetry-After: ${String(seconds)}`;
  }
}

function asksForSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}
