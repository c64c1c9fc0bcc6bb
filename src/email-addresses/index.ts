export { EmailAddresses } from './email-addresses.js';
export { EmailAddressesModule } from './email-addresses.module.js';
export { EmailAddressChanged } from './email-addresses.events.js';
