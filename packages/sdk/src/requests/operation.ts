import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';

/**
 * An operation, with the types of its answer and its variables where its author's tools have written them down: text, a parsed document (`gql`), or what GraphQL Code Generator writes,
 * as a document or as text.
 */
export type Operation<Data, Variables> = string | TypedDocumentNode<Data, Variables> | TypedText<Data, Variables>;

/** A text that carries types. `__apiType` is never there. */
export interface TypedText<Data, Variables> {
  readonly __apiType?: (variables: Variables) => Data;
  toString(): string;
}

/** An operation as text, with the types that it is said to have. */
export function operation<Data, Variables = Record<string, never>>(text: string): TypedText<Data, Variables> {
  return { toString: () => text };
}

export function textOf(operation: Operation<never, never> | Operation<unknown, never>): string {
  if (typeof operation === 'string') return operation;
  return isDocument(operation) ? print(operation) : operation.toString();
}

/** The kind of a document that holds one operation. */
export function isMutation(text: string): boolean {
  return /^(?:[\s,]|#.*|fragment\b[^{]*\{[^{}]*\})*mutation\b/.test(text);
}

function isDocument(operation: object): operation is DocumentNode {
  return 'kind' in operation && operation.kind === 'Document';
}
