export { BotsModule } from './bots.module.js';
export { isForToken, mayAskViewerFor, neededToSee, TYPES_OPEN_TO_BOTS } from './what-bots-see.js';
