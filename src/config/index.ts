export { callerAddress } from './caller-address.js';
export { Log } from './log.js';
export { ConfigModule } from './config.module.js';
export { InvalidSettings, readSettings, SETTINGS, type Settings } from './settings.js';
export { InjectSettings, SETTINGS_TOKEN } from './settings.token.js';
