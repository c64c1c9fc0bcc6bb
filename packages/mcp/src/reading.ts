import { type Message, type Tertulia, TertuliaError } from '@tertulia/sdk';
import { MESSAGES_OF_ROOM, type Room, ROOMS, SEARCH } from './operations.js';

export async function rooms(chat: Tertulia): Promise<{ rooms: Room[]; cursor: string }> {
  const first = (await chat.ask(ROOMS, { after: null })).viewer;
  const found = [...first.rooms.nodes];
  let { pageInfo } = first.rooms;
  while (pageInfo.hasNextPage) {
    const next = (await chat.ask(ROOMS, { after: pageInfo.endCursor })).viewer.rooms;
    found.push(...next.nodes);
    ({ pageInfo } = next);
  }
  // That of the first page: what happens while the others are read comes after it.
  return { rooms: found, cursor: first.eventCursor };
}

interface PageAsked {
  readonly roomId: string;
  readonly count: number;
  readonly before?: string | null | undefined;
}

/** `before` is null where there is nothing older. */
export async function readMessages(
  chat: Tertulia,
  { roomId, count, before = null }: PageAsked,
): Promise<{ messages: readonly Message[]; before: string | null }> {
  const { room } = await chat.ask(MESSAGES_OF_ROOM, { id: roomId, last: count, before });
  if (!room) throw new TertuliaError('NOT_FOUND', 'The bot is in no room of this id.');
  const { nodes, pageInfo } = room.messages;
  return { messages: nodes, before: pageInfo.hasPreviousPage ? pageInfo.startCursor : null };
}

interface SearchAsked {
  readonly query: string;
  readonly roomId?: string | null | undefined;
  readonly count: number;
}

export async function searchMessages(
  chat: Tertulia,
  { query, roomId = null, count }: SearchAsked,
): Promise<{ messages: Message[] }> {
  const { search } = await chat.ask(SEARCH, { query, roomId, first: count });
  return { messages: search.nodes.map(({ message }) => message) };
}
