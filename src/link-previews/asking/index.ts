export { NameUnknown, NotAsked, Guard } from './guard.js';
export { HostAddresses } from './host-addresses.js';
export { type Found, NothingThere, Web } from './web.js';
