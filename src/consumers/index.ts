export { ConsumerConnections } from './consumer-connections.js';
export { ConsumerDelivery } from './consumer-delivery.js';
export { ConsumerLag, MAX_LAG, MAX_LOOKED_AT } from './consumer-lag.js';
export type { KeptFilter } from './consumer.entity.js';
export { EventFilterInput } from './consumers.inputs.js';
export { ConsumersModule } from './consumers.module.js';
export { filterFrom } from './consumers.policy.js';
export { WantedEvents } from './wanted-events.js';
