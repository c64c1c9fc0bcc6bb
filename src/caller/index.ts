export type { Actor } from './actor.js';
export { BOT_SCOPES, type BotGrant, type BotScope, reachesRoom } from './bot-grant.js';
export { Bots, FOR_BOTS } from './bots.decorator.js';
export { GraphQLContext, Viewer } from './graphql-context.js';
