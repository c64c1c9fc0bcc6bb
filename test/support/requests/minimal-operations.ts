import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  getNamedType,
} from 'graphql';
import { dataOf, post } from './graphql.js';

export interface RootField {
  /** As in "Mutation.sendMessage". */
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** An operation that asks this field for as little as can be, with every argument given. */
  readonly operation: string;
  /** Whether it takes a file, which no literal can be. */
  readonly takesUpload: boolean;
}

/** Every root field of the schema that a server shows, with an operation for each. */
export async function rootFieldsOf(url: string): Promise<RootField[]> {
  const introspection = dataOf(await post<IntrospectionQuery>(url, getIntrospectionQuery()));
  const schema = buildClientSchema(introspection);
  return (['query', 'mutation', 'subscription'] as const).flatMap((kind) => fieldsOf(schema, kind));
}

function fieldsOf(schema: GraphQLSchema, kind: RootField['kind']): RootField[] {
  const root = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[kind];
  if (!root) throw new Error(`The schema has no ${kind}.`);
  return Object.values(root.getFields()).map((field) => {
    const call = `${field.name}${argumentsOf(field)}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
    const takesUpload = call.includes('$file');
    return {
      name: `${root.name}.${field.name}`,
      kind,
      takesUpload,
      operation: `${kind}${takesUpload ? ' ($file: Upload!)' : ''} { ${call} }`,
    };
  });
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  return args.length === 0 ? '' : `(${args.map(({ name, type }) => `${name}: ${literalOf(type)}`).join(', ')})`;
}

function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) => `${field.name}: ${literalOf(field.type)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return { Int: '1', Boolean: 'false', Upload: '$file', DateTime: '"2026-01-01T00:00:00Z"' }[type.name] ?? '"x"';
}
