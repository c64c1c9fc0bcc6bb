import { Injectable } from '@nestjs/common';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { GraphQLContext } from '../caller/index.js';
import { EventLog } from '../log/index.js';
import { DeliveredSource, type Delivery } from './delivery.js';
import { Feed } from './feed.js';
import { Follower } from './follower.js';
import { groupOf, type OperationGroup } from './operation-group.js';
import { type Sink, SubscriberContext } from './sink.js';
import { SharedOperation } from './shared-operation.js';
import { ShownBy } from './shown-by.js';
import { StateWatch } from './state-watch.js';

/** The operations that are subscribed with now. Subscribers who ask for the same share one. */
@Injectable()
export class Subscriptions {
  private readonly operations = new Map<string, { operation: SharedOperation; subscribers: number }>();
  /** In whose name an event is executed for many: nobody's. Kept while the log stands still, so that what is executed together is loaded together. */
  private nobody: GraphQLContext;

  constructor(
    private readonly log: EventLog,
    private readonly shownBy: ShownBy,
  ) {
    this.nobody = new GraphQLContext(null, '', log.head());
  }

  /**
   * GraphQL's `subscribe` for a socket or a stream. Answers go out through the sink of the operation's context, and not through the
   * iterator: that ends when the subscription is over, and ends the subscription when it is closed.
   */
  async subscribe(args: ExecutionArgs): Promise<AsyncGenerator<never, void, void> | ExecutionResult> {
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return source;
    const { contextValue: context } = args;
    if (!(context instanceof SubscriberContext)) throw new Error('A subscription was opened without a way out.');
    const { operation, release } = this.share(args, context);
    return untilOver(deliveryOf(source, operation, context.sink), release);
  }

  private share(args: ExecutionArgs, context: SubscriberContext): { operation: SharedOperation; release: () => void } {
    const group = groupOf(args, context);
    const shared = this.operations.get(group.key) ?? {
      operation: new SharedOperation(args, context.sink.encode, () => this.contextOf(group), this.shownBy),
      subscribers: 0,
    };
    this.operations.set(group.key, shared);
    shared.subscribers += 1;
    return {
      operation: shared.operation,
      release: () => {
        shared.subscribers -= 1;
        if (shared.subscribers > 0) return;
        this.operations.delete(group.key);
        shared.operation.close();
      },
    };
  }

  private contextOf({ viewer }: OperationGroup): GraphQLContext {
    const head = this.log.head();
    if (viewer) return new GraphQLContext(viewer, '', head);
    if (this.nobody.startedAt !== head) this.nobody = new GraphQLContext(null, '', head);
    return this.nobody;
  }
}

function deliveryOf(source: AsyncIterable<unknown>, operation: SharedOperation, sink: Sink): Delivery {
  if (source instanceof Feed) return new Follower(source, operation, sink);
  if (source instanceof DeliveredSource) return source.deliver(operation, sink);
  return new StateWatch(source, operation, sink);
}

/** As graphql-ws takes it: an iterator without answers, over a delivery that begins with the first look at it. */
export function untilOver(delivery: Delivery, release: () => void): AsyncGenerator<never, void, void> {
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    delivery.close();
    release();
  };
  return {
    next: async () => {
      try {
        if (isOpen) await delivery.follow();
      } finally {
        close();
      }
      return { done: true, value: undefined };
    },
    return: () => {
      close();
      return Promise.resolve({ done: true, value: undefined });
    },
    throw: (error) => {
      close();
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]() {
      close();
      return Promise.resolve();
    },
  };
}
