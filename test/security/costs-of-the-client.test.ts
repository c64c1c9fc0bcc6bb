import { globSync, readFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type DocumentNode,
  getNullableType,
  GraphQLError,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  typeFromAST,
} from 'graphql';
import { expect, it } from 'vitest';
import { costWithinLimit } from '#server/api/limits/cost.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const { schema } = server.app.get(GraphQLSchemaHost);
const document = parse(
  globSync('client/src/**/*.graphql')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n'),
);
const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

it('there are operations of the web client', () => {
  expect(operations.length).toBeGreaterThan(20);
});

it.each(operations.map((operation) => [operation.name?.value, operation] as const))(
  'the web client asks for far less than it may: %s',
  (_, operation) => {
    expect(costOf(document, operation)).toBeLessThan(MAX_COST[operation.operation]);
  },
);

/** Of what a query may cost little more than half, of a mutation three quarters. An event of a subscription may be whole. */
const MAX_COST = {
  [OperationTypeNode.QUERY]: 33_000,
  [OperationTypeNode.MUTATION]: 22_500,
  [OperationTypeNode.SUBSCRIPTION]: 500,
};

function costOf(whole: DocumentNode, operation: OperationDefinitionNode): number {
  const variables = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, type }) => [variable.name.value, exampleOf(typeOf(type))]),
  );
  const cost = costWithinLimit({ schema, document: whole, operationName: operation.name?.value, variables });
  if (cost instanceof GraphQLError) throw cost;
  // Variables that do not fit are nothing that could be counted.
  expect(cost.requested).toBeGreaterThan(0);
  return cost.requested;
}

function typeOf(node: Parameters<typeof typeFromAST>[1]): GraphQLInputType {
  const type = typeFromAST(schema, node);
  if (!type) throw new Error('The web client knows a type that the schema does not.');
  return type as GraphQLInputType;
}

function exampleOf(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (!isInputObjectType(bare))
    return { Int: 100, Boolean: true, DateTime: '2026-11-27T12:00:00.000Z' }[bare.name] ?? 'x';
  const required = Object.values(bare.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, exampleOf(field.type)]));
}
