import {
  type MarkedThreadFieldsFragment,
  MarkedThreadFieldsFragmentDoc,
  type RoomReadingFieldsFragment,
  RoomReadingFieldsFragmentDoc,
  RoomViewerStateFieldsFragmentDoc,
  ThreadViewerStateFieldsFragmentDoc,
} from '../../../core/graphql/generated';
import { type Operation, operation } from '../../../core/graphql/operation';

/** So many rooms are marked, or asked about, in one request. */
export const MAX_TOGETHER = 15;

/** A room or one of its threads, and the number of the last message that was read there. */
export interface Mark {
  readonly roomId: string;
  readonly threadId: string | null;
  readonly number: number;
}

export interface Marking {
  readonly room: RoomReadingFieldsFragment;
  readonly thread: MarkedThreadFieldsFragment | null;
}

export type Marked = Record<string, Marking>;

export interface LastMessage {
  readonly number: number;
  readonly seq: number;
}

export type LastMessages = Record<
  string,
  { readonly messages: { readonly nodes: readonly LastMessage[] } | null } | null
>;

/** Marks some rooms and threads as read, in one request: a document for each number of them. */
export const markAsRead = aboutMany<Marked, Mark>((names) => {
  const variables = names.map((name) => `$${name}: MarkReadInput!`).join(', ');
  const marks = names
    .map(
      (name) => `${name}: markRead(input: $${name}) { room { ...RoomReadingFields } thread { ...MarkedThreadFields } }`,
    )
    .join('\n');
  return operation('MarkRead', `mutation MarkRead(${variables}) { ${marks} }`, [
    RoomReadingFieldsFragmentDoc,
    MarkedThreadFieldsFragmentDoc,
    RoomViewerStateFieldsFragmentDoc,
    ThreadViewerStateFieldsFragmentDoc,
  ]);
});

/** Asks for the last message of some rooms. */
export const lastMessagesOf = aboutMany<LastMessages, string>((names) => {
  const variables = names.map((name) => `$${name}: ID!`).join(', ');
  const rooms = names
    .map((name) => `${name}: room(id: $${name}) { messages(last: 1) { nodes { number seq } } }`)
    .join('\n');
  return operation('LastMessages', `query LastMessages(${variables}) { ${rooms} }`);
});

export interface RequestAboutMany<Answer, Variable> {
  readonly document: Operation<Answer, Record<string, Variable>>;
  readonly variables: Record<string, Variable>;
}

function aboutMany<Answer, Variable>(
  write: (names: readonly string[]) => Operation<Answer, Record<string, Variable>>,
): (variables: readonly Variable[]) => RequestAboutMany<Answer, Variable> {
  const written = new Map<number, Operation<Answer, Record<string, Variable>>>();
  return (variables) => {
    const names = variables.map((_, index) => nameOf(index));
    const document = written.get(names.length) ?? write(names);
    written.set(names.length, document);
    return { document, variables: Object.fromEntries(variables.map((variable, index) => [nameOf(index), variable])) };
  };
}

function nameOf(index: number): string {
  return `room${String(index)}`;
}
