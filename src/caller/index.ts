export type { Actor } from './actor.js';
export { type BotGrant, type BotScope, BotScopeName, reachesRoom } from './bot-grant.js';
export { Bots, FOR_BOTS } from './bots.decorator.js';
export { GraphQLContext, Viewer } from './graphql-context.js';
