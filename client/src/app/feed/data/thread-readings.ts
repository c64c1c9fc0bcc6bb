import { gql } from '@apollo/client/core';
import type { TypedDocumentNode } from '@apollo/client/core';
import {
  RoomViewerStateFieldsFragmentDoc,
  ThreadReadingFieldsFragmentDoc,
  ThreadViewerStateFieldsFragmentDoc,
} from '../../core/graphql/generated';
import type { ThreadReading } from '../../core/graphql/model';

type Readings = Record<string, ThreadReading | null>;

/** So many are asked about in one request, which has only so many fields. */
export const MAX_TOGETHER = 15;

/** Asks about some threads in one request. */
export function readingsOf(ids: readonly string[]): {
  readonly document: TypedDocumentNode<Readings, Record<string, string>>;
  readonly variables: Record<string, string>;
} {
  const names = ids.map((_, index) => `thread${String(index)}`);
  const variables = names.map((name) => `$${name}: ID!`).join(', ');
  const threads = names.map((name) => `${name}: thread(id: $${name}) { ...ThreadReadingFields }`).join('\n');
  const document: TypedDocumentNode<Readings, Record<string, string>> = gql`
    query ThreadReadings(${variables}) {
      ${threads}
    }
    ${ThreadReadingFieldsFragmentDoc}
    ${RoomViewerStateFieldsFragmentDoc}
    ${ThreadViewerStateFieldsFragmentDoc}
  `;
  return { document, variables: Object.fromEntries(names.map((name, index) => [name, ids[index] ?? ''])) };
}
