export type { Actor } from './actor.js';
export { GraphQLContext, Viewer } from './graphql-context.js';
