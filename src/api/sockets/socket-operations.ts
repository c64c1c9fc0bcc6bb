import { Injectable } from '@nestjs/common';
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws';
import { type ExecutionArgs, getOperationAST, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { Authenticator, TokenInvalid } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { CloseCode, Unauthenticated } from '../../errors/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { DatabaseUnavailable, isDiskTrouble } from '../../database/index.js';
import { EventLog } from '../../log/index.js';
import { SubscriberContext } from '../../feed/index.js';
import { Documents } from '../documents.js';
import { formatErrorFor } from '../error-format.js';
import { type Cost, costWithinLimit } from '../limits/cost.js';
import { isSignIn } from '../limits/sign-ins.js';
import { refusalOfVariables } from '../limits/variables.js';
import type { Connection } from './connection.js';
import type { Connections } from './connections.js';
import { authorizationIn, type Greeting, MisplacedCredentials } from './greeting.js';
import { SocketExecution } from './socket-execution.js';
import {
  asErrors,
  OperationIdInUse,
  TooLongOperationId,
  TooManyOperations,
  TooManySubscriptions,
  UnknownOperation,
} from './sockets.errors.js';

const INIT_WITHIN_MILLISECONDS = 3000;
const MAX_OPERATIONS_PER_SOCKET = 200;
const MAX_SOCKETS_PER_ACCOUNT = 50;
/** What one event may cost for all of an account's subscriptions together. The web client follows things for 331 on each of its sockets. */
const HIGHEST_COST_PER_ACCOUNT = 25_000;
/** Every answer brings it back. */
const MAX_ID_LENGTH = 128;

type SocketContext = Context<Greeting, Connection>;

/** What happens to the operations of a socket: the same checks, limits and words as over HTTP. */
@Injectable()
export class SocketOperations {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly log: EventLog,
    private readonly documents: Documents,
    private readonly execution: SocketExecution,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  optionsFor(schema: GraphQLSchema, connections: Connections): ServerOptions<Greeting, Connection> {
    const formatError = formatErrorFor(this.settings);
    return {
      connectionInitWaitTimeout: INIT_WITHIN_MILLISECONDS,
      onConnect: (socket) => this.signIn(socket, connections),
      onSubscribe: (socket, id, payload) => this.prepare(schema, connections, socket, { id, payload }),
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
  private async signIn(
    { connectionParams, extra: connection }: SocketContext,
    connections: Connections,
  ): Promise<boolean> {
    connection.greeted();
    try {
      const authorization = authorizationIn(connectionParams, connection.handshake);
      const viewer = await this.authenticator.authenticate(authorization, connection.address);
      // An authorization of nothing is a client that lost its token; to say nothing is to be a visitor.
      if (!viewer && authorization !== undefined) throw new TokenInvalid();
      if (!viewer) return true;
      // Nothing is waited for between the count and the sign-in: of many that come at once, none slips through.
      if (this.hasTooMany(viewer, connections)) {
        connection.close(CloseCode.TooMany, 'This account has too many sockets open.');
        return false;
      }
      connection.signIn(viewer);
      connections.signedIn(connection);
      // Asked again now that the end of the session would be noticed here: it may have ended a moment before.
      await this.authenticator.assertStillSignedIn(viewer);
      return true;
    } catch (error) {
      refuse(connection, error);
      return false;
    }
  }

  private hasTooMany({ userId }: Actor, connections: Connections): boolean {
    return this.settings.rateLimits && connections.ofAccount(userId) >= MAX_SOCKETS_PER_ACCOUNT;
  }

  private prepare(
    schema: GraphQLSchema,
    connections: Connections,
    { subscriptions, extra: connection }: SocketContext,
    { id, payload }: { id: string; payload: SubscribePayload },
  ): ExecutionArgs | readonly GraphQLError[] {
    if (id.length > MAX_ID_LENGTH) return asErrors(new TooLongOperationId(MAX_ID_LENGTH));
    const { viewer, address, underWay } = connection;
    if (underWay.has(id) || connection.subscriptions.isEnding(id)) {
      // Both would have it from now on, and graphql-ws would never end the first one, or end this one in its place.
      connection.close(CloseCode.IdInUse, 'An operation with this id is still running.');
      return asErrors(new OperationIdInUse());
    }
    // What a client completes before it is answered is no subscription any more, and runs on all the same.
    const running = Math.max(Object.keys(subscriptions).length - 1, underWay.size + connection.subscriptions.size);
    if (running >= MAX_OPERATIONS_PER_SOCKET) return asErrors(new TooManyOperations(MAX_OPERATIONS_PER_SOCKET));
    const document = this.documents.find(schema, payload);
    if (!('kind' in document)) return document;
    const { operationName, variables } = payload;
    const cost = refusalOfVariables(variables) ?? costWithinLimit({ schema, document, operationName, variables });
    if (cost instanceof GraphQLError) return [cost];
    const operation = getOperationAST(document, operationName);
    if (!operation) return asErrors(new UnknownOperation());
    const kind = operation.operation;
    const release = kind === OperationTypeNode.SUBSCRIPTION ? this.charge(viewer, cost, connections) : free;
    if (!release) return asErrors(new TooManySubscriptions());
    const contextValue = new SubscriberContext(viewer, address, this.log.head(), connection.sinkOf(id));
    const asked = { schema, document, cost, kind, isSignIn: isSignIn(schema, document, operationName) };
    this.execution.expect(contextValue, { id, asked, connection, release });
    return {
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
      contextValue,
    };
  }

  /** Counts what a subscription costs its account; gives what is to be called at its end, or nothing where it is too much. */
  private charge(viewer: Actor | null, { requested }: Cost, connections: Connections): (() => void) | undefined {
    if (!viewer || !this.settings.rateLimits) return free;
    const isTooMuch = connections.costOfAccount(viewer.userId) + requested > HIGHEST_COST_PER_ACCOUNT;
    return isTooMuch ? undefined : connections.take(viewer.userId, requested);
  }
}

function refuse(connection: Connection, error: unknown): void {
  if (error instanceof Unauthenticated) connection.end(error);
  else if (error instanceof MisplacedCredentials) connection.close(CloseCode.BadMessage, error.message);
  // Nobody is signed out because the disk fails.
  else if (isDiskTrouble(error) || error instanceof DatabaseUnavailable)
    connection.close(CloseCode.TryAgainLater, 'The server cannot look up who this is just now.');
  else throw error;
}

function free(): void {
  // Costs nothing that would have to be given back.
}
