import type { ExecutionResult } from 'graphql';
import type { Sink, Payload } from '../../feed/index.js';
import { encodedAnswer } from '../encoded-answer.js';
import { wordedAnswer } from '../worded-answer.js';
import type { OperationId } from './frames.js';
import type { Outbox } from './outbox.js';

/** Brings the payloads that many sockets share to one of them, behind its own operation's id. */
export class OperationSink implements Sink {
  private readonly id: OperationId;

  constructor(
    private readonly outbox: Outbox,
    operationId: string,
  ) {
    this.id = { text: operationId, bytes: Buffer.from(JSON.stringify(operationId)) };
  }

  get isFull(): boolean {
    return this.outbox.isFull;
  }

  send(payload: Payload): void {
    this.outbox.putNext(payload, this.id);
  }

  drained(): Promise<void> {
    return this.outbox.drained();
  }

  readonly encode = (result: ExecutionResult): Payload => encodedAnswer(wordedAnswer(result));
}
