export { ServerInfoModule } from './server-info.module.js';
export { VERSION } from './version.js';
