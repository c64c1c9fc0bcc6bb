import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Request, RequestHandler, Response } from 'express';
import { type ExecutionArgs, type ExecutionResult, getOperationAST, OperationTypeNode } from 'graphql';
import { callerAddress, InjectSettings, type Settings } from '../../config/index.js';
import { asGraphQL, Refusal, type RefusalAnswer } from '../../errors/index.js';
import { Clock } from '../../runtime/index.js';
import { formatErrorFor } from '../error-format.js';
import { retryAfter } from '../retry-after.js';
import { Connections } from '../sockets/connections.js';
import { Doorkeeper } from '../sockets/doorkeeper.js';
import { PreparedOperations } from '../sockets/prepared-operations.js';
import { SocketExecution } from '../sockets/socket-execution.js';
import { TooManyConnectionsOfAddress } from '../sockets/sockets.errors.js';
import { wordedAnswer } from '../worded-answer.js';
import type { EventStream } from './event-stream.js';
import { StreamConnection } from './stream-connection.js';
import { refusalAtTheDoor } from './stream-door.js';
import { lastSeenOf, operationIn } from './stream-request.js';
import { mutationInAddress, ServerStops, statusOf, turnAway } from './stream-refusals.js';

/**
 * GraphQL over server-sent events on /graphql/stream, a request for each operation ("distinct connections mode" of graphql-sse): what a
 * socket can do, for clients that have none.
 */
@Injectable()
export class StreamServer {
  private readonly format: ReturnType<typeof formatErrorFor>;

  constructor(
    private readonly connections: Connections,
    private readonly doorkeeper: Doorkeeper,
    private readonly operations: PreparedOperations,
    private readonly execution: SocketExecution,
    private readonly schema: GraphQLSchemaHost,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Settings,
  ) {
    this.format = formatErrorFor(settings);
  }

  /** Stands before whatever reads a body. */
  readonly door: RequestHandler = (request, response, next) => {
    const refusal = isHere(request) ? refusalAtTheDoor(request) : undefined;
    if (refusal) turnAway(response, refusal);
    else next();
  };

  readonly serve: RequestHandler = (request, response, next) => {
    if (isHere(request)) void this.answer(request, response);
    else next();
  };

  private async answer(request: Request, response: Response): Promise<void> {
    const connection = new StreamConnection(request, response, callerAddress(request, this.settings), this.clock);
    try {
      this.admit(connection);
      await this.doorkeeper.signIn(connection, request.headers.authorization);
      await this.run(request, response, connection);
    } catch (error) {
      this.fail(response, connection, error);
    }
  }

  private admit(connection: StreamConnection): void {
    if (this.connections.areOver) throw new ServerStops();
    if (!this.connections.hasRoomForAddress(connection.address)) throw new TooManyConnectionsOfAddress();
    this.connections.add(connection);
    connection.onClosed(() => {
      this.connections.delete(connection);
    });
  }

  private async run(request: Request, response: Response, connection: StreamConnection): Promise<void> {
    const from = { connection, id: '', lastSeen: lastSeenOf(request) };
    const args = this.operations.prepare(this.schema.schema, operationIn(request), from);
    if (!('schema' in args)) {
      this.tell(response, connection, { errors: args });
      return;
    }
    const kind = kindOf(args);
    if (kind === OperationTypeNode.MUTATION && request.method === 'GET') {
      turnAway(response, mutationInAddress());
      return;
    }
    const result = await (kind === OperationTypeNode.SUBSCRIPTION
      ? this.subscribe(connection, args)
      : this.execution.execute(args));
    if (Symbol.asyncIterator in result) await follow(connection, result);
    else this.tell(response, connection, result);
  }

  private async subscribe(connection: StreamConnection, args: ExecutionArgs): ReturnType<SocketExecution['subscribe']> {
    const opened = await this.execution.subscribe(args);
    // While it was being opened the session may have ended, or the server may have begun to stop: to its client neither is an end of the subscription.
    if (connection.refusal) throw connection.refusal;
    if (this.connections.areOver) throw new ServerStops();
    return opened;
  }

  /** An answer; or a refusal of all of it that a client may send again later, which is HTTP's to say. */
  private tell(response: Response, { stream }: StreamConnection, result: ExecutionResult): void {
    const answer = wordedAnswer(result, this.format);
    const { data, errors } = answer;
    const status = data === undefined && errors ? statusOf(errors) : undefined;
    if (status !== undefined) {
      turnAway(response, { status, headers: retryAfter(errors), body: answer });
      return;
    }
    stream.begin(retryAfter(errors));
    stream.endWith(answer);
  }

  private fail(response: Response, { stream }: StreamConnection, error: unknown): void {
    if (stream.hasBegun) this.failWithin(stream, error);
    else turnAway(response, error instanceof Refusal ? asGraphQL(error) : this.asFault(error));
  }

  /** A refusal is the last answer. After a fault, and what may go well in a moment, a client comes back to find out. */
  private failWithin(stream: EventStream, error: unknown): void {
    const told = this.format(error);
    if (error instanceof Refusal && statusOf([told]) === undefined) stream.endWith({ errors: [told] });
    else stream.breakOff(told.message);
  }

  private asFault(error: unknown): RefusalAnswer {
    const told = this.format(error);
    return { status: statusOf([told]) ?? 500, headers: retryAfter([told]), body: { errors: [told] } };
  }
}

/** Answers go out beside the iterator, which ends with the last of them. */
async function follow({ stream }: StreamConnection, answers: AsyncGenerator<never, void, void>): Promise<void> {
  stream.begin();
  await answers.next();
  stream.complete();
}

function isHere({ path }: Request): boolean {
  return path === '/';
}

function kindOf({ document, operationName }: ExecutionArgs): OperationTypeNode | undefined {
  return getOperationAST(document, operationName)?.operation;
}
