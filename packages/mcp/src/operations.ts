import { type Message, operation } from '@tertulia/sdk';

const MESSAGE = 'id number body createdAt author { id username displayName } room { id name }';

export interface Room {
  readonly id: string;
  readonly name: string | null;
  readonly topic: string | null;
}

interface Page {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

export const ROOMS = operation<
  {
    readonly viewer: {
      readonly eventCursor: string;
      readonly rooms: { readonly nodes: readonly Room[]; readonly pageInfo: Page };
    };
  },
  { readonly after: string | null }
>(`query ($after: Cursor) {
  viewer { eventCursor rooms(first: 100, after: $after) { nodes { id name topic } pageInfo { hasNextPage endCursor } } }
}`);

export const MESSAGES_OF_ROOM = operation<
  {
    readonly room: {
      readonly messages: {
        readonly nodes: readonly Message[];
        readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
      };
    } | null;
  },
  { readonly id: string; readonly last: number; readonly before: string | null }
>(`query ($id: ID!, $last: Int, $before: Cursor) {
  room(id: $id) { messages(last: $last, before: $before) { nodes { ${MESSAGE} } pageInfo { hasPreviousPage startCursor } } }
}`);

export const SEARCH = operation<
  { readonly search: { readonly nodes: readonly { readonly message: Message }[] } },
  { readonly query: string; readonly roomId: string | null; readonly first: number }
>(`query ($query: String!, $roomId: ID, $first: Int) {
  search(query: $query, roomId: $roomId, first: $first) { nodes { message { ${MESSAGE} } } }
}`);

export const MYSELF = operation<{
  readonly viewer: { readonly eventCursor: string; readonly user: { readonly id: string } };
}>('{ viewer { eventCursor user { id } } }');
