import type { SharedOperation } from './shared-operation.js';
import type { Sink } from './sink.js';

/** Something that delivers to one subscriber until it is over. What it throws ends the subscription, and the subscriber is told. */
export interface Delivery {
  follow(): Promise<void>;
  close(): void;
}

/** What a subscription has opened, where it is delivered in a way of its own. */
export abstract class DeliveredSource implements AsyncIterable<object> {
  abstract deliver(operation: SharedOperation, sink: Sink): Delivery;

  /** GraphQL takes nothing else for a subscription's source. */
  [Symbol.asyncIterator](): never {
    throw new Error('This is delivered by itself, and not iterated.');
  }
}
