import { Injectable } from '@nestjs/common';
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws';
import type { ExecutionArgs, GraphQLError, GraphQLSchema } from 'graphql';
import { CloseCode, Unauthenticated } from '../../errors/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { DatabaseUnavailable, isDiskTrouble } from '../../database/index.js';
import { formatErrorFor } from '../error-format.js';
import type { Connection } from './connection.js';
import { Doorkeeper } from './doorkeeper.js';
import { authorizationIn, type Greeting, MisplacedCredentials } from './greeting.js';
import { PreparedOperations } from './prepared-operations.js';
import { SocketExecution } from './socket-execution.js';
import {
  asErrors,
  OperationIdInUse,
  TooLongOperationId,
  TooManyConnections,
  TooManyOperations,
} from './sockets.errors.js';

const INIT_WITHIN_MILLISECONDS = 3000;
const MAX_OPERATIONS_PER_SOCKET = 200;
/** Every answer brings it back. */
const MAX_ID_LENGTH = 128;

type SocketContext = Context<Greeting, Connection>;

/** What happens to the operations of a socket: the same checks, limits and words as over HTTP. */
@Injectable()
export class SocketOperations {
  constructor(
    private readonly doorkeeper: Doorkeeper,
    private readonly operations: PreparedOperations,
    private readonly execution: SocketExecution,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  optionsFor(schema: GraphQLSchema): ServerOptions<Greeting, Connection> {
    const formatError = formatErrorFor(this.settings);
    return {
      connectionInitWaitTimeout: INIT_WITHIN_MILLISECONDS,
      onConnect: (socket) => this.signIn(socket),
      onSubscribe: (socket, id, payload) => this.prepare(schema, socket, { id, payload }),
      execute: (args) => this.execution.execute(args),
      subscribe: (args) => this.execution.subscribe(args),
      onNext: (_socket, _id, _payload, _args, { data, errors, extensions }) =>
        errors
          ? { ...(data !== undefined && { data }), errors: errors.map(formatError), ...(extensions && { extensions }) }
          : undefined,
      onError: (_socket, _id, _payload, errors) => errors.map(formatError),
    };
  }

  /** Answers false where there is nobody to acknowledge any more. */
  private async signIn({ connectionParams, extra: connection }: SocketContext): Promise<boolean> {
    connection.greeted();
    try {
      await this.doorkeeper.signIn(connection, authorizationIn(connectionParams, connection.handshake));
      return true;
    } catch (error) {
      refuse(connection, error);
      return false;
    }
  }

  private prepare(
    schema: GraphQLSchema,
    { subscriptions, extra: connection }: SocketContext,
    { id, payload }: { id: string; payload: SubscribePayload },
  ): ExecutionArgs | readonly GraphQLError[] {
    if (id.length > MAX_ID_LENGTH) return asErrors(new TooLongOperationId(MAX_ID_LENGTH));
    const { underWay } = connection;
    if (underWay.has(id) || connection.subscriptions.isEnding(id)) {
      // Both would have it from now on, and graphql-ws would never end the first one, or end this one in its place.
      connection.close(CloseCode.IdInUse, 'An operation with this id is still running.');
      return asErrors(new OperationIdInUse());
    }
    // What a client completes before it is answered is no subscription any more, and runs on all the same.
    const running = Math.max(Object.keys(subscriptions).length - 1, underWay.size + connection.subscriptions.size);
    if (running >= MAX_OPERATIONS_PER_SOCKET) return asErrors(new TooManyOperations(MAX_OPERATIONS_PER_SOCKET));
    return this.operations.prepare(schema, payload, { connection, id });
  }
}

function refuse(connection: Connection, error: unknown): void {
  if (error instanceof Unauthenticated) connection.end(error);
  else if (error instanceof MisplacedCredentials) connection.close(CloseCode.BadMessage, error.message);
  else if (error instanceof TooManyConnections) connection.close(CloseCode.TooMany, error.message);
  // Nobody is signed out because the disk fails.
  else if (isDiskTrouble(error) || error instanceof DatabaseUnavailable)
    connection.close(CloseCode.TryAgainLater, 'The server cannot look up who this is just now.');
  else throw error;
}
