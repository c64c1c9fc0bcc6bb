export { BotsModule } from './bots.module.js';
export { isForToken, mayAskViewerFor, neededToSee } from './what-bots-see.js';
