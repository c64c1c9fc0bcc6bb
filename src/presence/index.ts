export { DevicesInUse } from './devices-in-use.js';
export { OnlinePeople } from './online-people.js';
export { PresenceModule } from './presence.module.js';
export { PresenceService } from './presence.service.js';
