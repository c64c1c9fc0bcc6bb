export { ServerInfo } from './server-info.type.js';
export { ServerInfoModule } from './server-info.module.js';
export { ServerLooks } from './server-looks.js';
export { VERSION } from './version.js';
