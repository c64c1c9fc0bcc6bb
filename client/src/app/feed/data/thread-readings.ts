import {
  RoomViewerStateFieldsFragmentDoc,
  ThreadReadingFieldsFragmentDoc,
  ThreadViewerStateFieldsFragmentDoc,
} from '../../core/graphql/generated';
import type { ThreadReading } from '../../core/graphql/model';
import { type Operation, operation } from '../../core/graphql/operation';

type Readings = Record<string, ThreadReading | null>;

/** So many are asked about in one request, which has only so many fields. */
export const MAX_TOGETHER = 15;

/** Asks about some threads in one request. */
export function readingsOf(ids: readonly string[]): {
  readonly document: Operation<Readings, Record<string, string>>;
  readonly variables: Record<string, string>;
} {
  const names = ids.map((_, index) => `thread${String(index)}`);
  const variables = names.map((name) => `$${name}: ID!`).join(', ');
  const threads = names.map((name) => `${name}: thread(id: $${name}) { ...ThreadReadingFields }`).join('\n');
  const document = operation<Readings, Record<string, string>>(
    'ThreadReadings',
    `query ThreadReadings(${variables}) { ${threads} }`,
    [ThreadReadingFieldsFragmentDoc, RoomViewerStateFieldsFragmentDoc, ThreadViewerStateFieldsFragmentDoc],
  );
  return { document, variables: Object.fromEntries(names.map((name, index) => [name, ids[index] ?? ''])) };
}
