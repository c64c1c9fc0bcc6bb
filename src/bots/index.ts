export { BotRemains } from './bot-remains.js';
export { BotType } from './bot.type.js';
export { BotIsDisabled } from './bots.errors.js';
export { BotsModule } from './bots.module.js';
export { KeptBots } from './kept-bots.js';
export { ShownBots } from './shown-bots.js';
export { isForToken, mayAskViewerFor, neededToSee, TYPES_OPEN_TO_BOTS } from './what-bots-see.js';
