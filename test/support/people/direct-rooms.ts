import type { Person } from './person.js';

// Conversations of certain people, and whom somebody does not want to hear from.

export const OPEN_DIRECT = `mutation ($users: [ID!]!) { openDirectRoom(input: { userIds: $users }) {
  room { id name kind visibility eventCursor memberCount directUsers { id } viewerMembership { role } viewerState { isClosed } }
} }`;
export const CLOSE_DIRECT =
  'mutation ($id: ID!) { closeDirectRoom(input: { roomId: $id }) { room { id viewerState { isClosed } } } }';
export const BLOCK = 'mutation ($user: ID!) { blockUser(input: { userId: $user }) { user { id } } }';
export const UNBLOCK = 'mutation ($user: ID!) { unblockUser(input: { userId: $user }) { user { id } } }';

export interface DirectRoom {
  readonly id: string;
  readonly name: string;
  readonly kind: 'CHANNEL' | 'DIRECT';
  readonly visibility: 'PUBLIC' | 'PRIVATE';
  readonly eventCursor: string;
  readonly memberCount: number;
  readonly directUsers: readonly { readonly id: string }[] | null;
  readonly viewerMembership: { readonly role: string };
  readonly viewerState: { readonly isClosed: boolean };
}

interface Someone {
  readonly id: string;
}

export async function opensDirect(who: Person, others: readonly Someone[]): Promise<DirectRoom> {
  const { openDirectRoom } = await who.asks<{ openDirectRoom: { room: DirectRoom } }>(OPEN_DIRECT, {
    users: others.map(({ id }) => id),
  });
  return openDirectRoom.room;
}

/** A room of these people in which something was said, so that all of them are in it. */
export async function talksWith(who: Person, others: readonly Someone[], body = 'Hello'): Promise<DirectRoom> {
  const room = await opensDirect(who, others);
  await who.says(body, room);
  return room;
}

/** Whether it is out of their list then. */
export async function closesDirect(who: Person, { id }: Someone): Promise<boolean> {
  const { closeDirectRoom } = await who.asks<{ closeDirectRoom: { room: DirectRoom } }>(CLOSE_DIRECT, { id });
  return closeDirectRoom.room.viewerState.isClosed;
}

export async function blocks(who: Person, { id: user }: Someone): Promise<void> {
  await who.asks(BLOCK, { user });
}

export async function unblocks(who: Person, { id: user }: Someone): Promise<void> {
  await who.asks(UNBLOCK, { user });
}
