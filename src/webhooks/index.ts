export { BadSelection } from './webhooks.errors.js';
export { type ReadSelection, type SelectionReader, Selections } from './selections.js';
export { WebhooksModule } from './webhooks.module.js';
