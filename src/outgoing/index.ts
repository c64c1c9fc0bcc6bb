export { type Admitted, Guard, type GuardRules, NameUnknown, NotAsked } from './guard.js';
export { HostAddresses } from './host-addresses.js';
export { askOnce, type Request } from './one-request.js';
export { OutgoingModule } from './outgoing.module.js';
