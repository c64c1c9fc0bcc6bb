import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Cursor, DateTime } from '../common/index.js';
import { MESSAGE_EVENTS } from '../messages/index.js';
import { MEMBER_EVENTS } from '../rooms/index.js';
import { describeRootTypes } from './root-types.js';

/** How the schema is made from the code. Events are only ever seen through their interfaces, so they are named here. */
export const SCHEMA = {
  autoSchemaFile: true,
  sortSchema: true,
  inheritResolversFromInterfaces: true,
  resolvers: { DateTime, Cursor },
  transformSchema: describeRootTypes,
  buildSchemaOptions: { orphanedTypes: [...MEMBER_EVENTS, ...MESSAGE_EVENTS] },
} satisfies Partial<ApolloDriverConfig>;
