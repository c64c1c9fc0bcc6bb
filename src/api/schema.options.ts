import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Cursor, DateTime } from '../graphql/index.js';
import { schemaClassesOfEvents } from '../log/index.js';
import { describeRootTypes, letMutationsFailAlone } from './root-types.js';

/** How the schema is made from the code. To be asked for once all features are loaded: their events are in the catalogue then. */
export const schemaOptions = () =>
  ({
    autoSchemaFile: true,
    sortSchema: true,
    inheritResolversFromInterfaces: true,
    resolvers: { DateTime, Cursor },
    transformSchema: (schema) => describeRootTypes(letMutationsFailAlone(schema)),
    buildSchemaOptions: { orphanedTypes: schemaClassesOfEvents() },
  }) satisfies Partial<ApolloDriverConfig>;
