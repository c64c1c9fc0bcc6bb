import { Injectable } from '@nestjs/common';
import { type ExecutionArgs, getOperationAST, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { SubscriberContext } from '../../feed/index.js';
import { EventLog } from '../../log/index.js';
import { Documents } from '../documents.js';
import { costWithinLimit } from '../limits/cost.js';
import { isSignIn } from '../limits/sign-ins.js';
import { refusalOfVariables } from '../limits/variables.js';
import { Connections } from './connections.js';
import type { LiveConnection } from './live-connection.js';
import { SocketExecution } from './socket-execution.js';
import { asErrors, TooManySubscriptions, UnknownOperation } from './sockets.errors.js';

/** An operation as it came. */
export interface AskedFor {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly extensions?: unknown;
}

/** Where an operation came from. */
interface From {
  readonly connection: LiveConnection;
  /** The operation's id on its connection. */
  readonly id: string;
  /** The cursor of the last item of the feed that the client has seen, where it came beside the operation. */
  readonly lastSeen?: string | undefined;
}

/** Looks at the operations of sockets and streams before they are executed: the same checks, limits and words as over HTTP. */
@Injectable()
export class PreparedOperations {
  constructor(
    private readonly log: EventLog,
    private readonly documents: Documents,
    private readonly connections: Connections,
    private readonly execution: SocketExecution,
  ) {}

  /** What is to be executed by `SocketExecution`, or why nothing is. */
  prepare(schema: GraphQLSchema, asked: AskedFor, from: From): ExecutionArgs | readonly GraphQLError[] {
    const document = this.documents.find(schema, asked);
    if (!('kind' in document)) return document;
    const { operationName, variables } = asked;
    const cost = refusalOfVariables(variables) ?? costWithinLimit({ schema, document, operationName, variables });
    if (cost instanceof GraphQLError) return [cost];
    const operation = getOperationAST(document, operationName);
    if (!operation) return asErrors(new UnknownOperation());
    const { connection, id, lastSeen } = from;
    const { viewer, address } = connection;
    const kind = operation.operation;
    const release = kind === OperationTypeNode.SUBSCRIPTION ? this.connections.charge(viewer, cost.requested) : nothing;
    if (!release) return asErrors(new TooManySubscriptions());
    const contextValue = new SubscriberContext(viewer, address, this.log.head(), connection.sinkOf(id), lastSeen);
    const sized = { schema, document, cost, kind, isSignIn: isSignIn(schema, document, operationName) };
    this.execution.expect(contextValue, { id, asked: sized, connection, release });
    return {
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
      contextValue,
    };
  }
}

function nothing(): void {
  // A query or a mutation costs nothing that would have to be given back.
}
