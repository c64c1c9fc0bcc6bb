import { type Delivery, DeliveredSource, type SharedOperation, type Sink } from '../feed/index.js';
import { type Consuming, ConsumerDelivery } from './consumer-delivery.js';

/** What `consume` has opened. */
export class ConsumedFeed extends DeliveredSource {
  constructor(private readonly consuming: Consuming) {
    super();
  }

  override deliver(operation: SharedOperation, sink: Sink): Delivery {
    return new ConsumerDelivery(this.consuming, operation, sink);
  }
}
