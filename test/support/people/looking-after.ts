import { expect } from 'vitest';
import { DeletedRoomsSweep } from '#server/rooms/index.js';
import type { TestServer } from '../servers/server.js';
import type { Person, RoomAnswer } from './person.js';

// What those who look after a room do with it.

export const ARCHIVE = 'mutation ($id: ID!) { archiveRoom(input: { roomId: $id }) { room { id archivedAt } } }';
export const UNARCHIVE = 'mutation ($id: ID!) { unarchiveRoom(input: { roomId: $id }) { room { id archivedAt } } }';
export const BAN = `mutation ($id: ID!, $user: ID!, $reason: String) {
  banMember(input: { roomId: $id, userId: $user, reason: $reason }) { room { id memberCount } }
}`;
export const UNBAN =
  'mutation ($id: ID!, $user: ID!) { unbanMember(input: { roomId: $id, userId: $user }) { room { id } } }';
export const DELETE_ROOM =
  'mutation ($id: ID!, $name: String!) { deleteRoom(input: { roomId: $id, name: $name }) { ok } }';
export const BANS = `query ($id: ID!, $first: Int, $after: Cursor) { room(id: $id) { bans(first: $first, after: $after) {
  totalCount nodes { user { id } by { id } reason createdAt } pageInfo { hasNextPage endCursor } } } }`;

export interface Bans {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly user: { readonly id: string };
    readonly by: { readonly id: string } | null;
    readonly reason: string | null;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type Place = Pick<RoomAnswer, 'id'>;

export async function archives(owner: Person, { id }: Place): Promise<string | null> {
  const { archiveRoom } = await owner.asks<{ archiveRoom: { room: { archivedAt: string | null } } }>(ARCHIVE, { id });
  return archiveRoom.room.archivedAt;
}

export async function unarchives(owner: Person, { id }: Place): Promise<void> {
  expect(await owner.asks(UNARCHIVE, { id })).toEqual({ unarchiveRoom: { room: { id, archivedAt: null } } });
}

export async function bans(who: Person, whom: Person, { id }: Place, reason: string | null = null): Promise<void> {
  await who.asks(BAN, { id, user: whom.id, reason });
}

export async function unbans(who: Person, whom: Person, { id }: Place): Promise<void> {
  await who.asks(UNBAN, { id, user: whom.id });
}

/** Who is banned; null to those who may not know. */
export async function bansIn(reader: Person, { id }: Place, page: object = {}): Promise<Bans | null | undefined> {
  const { room } = await reader.asks<{ room: { bans: Bans | null } | null }>(BANS, { id, ...page });
  return room?.bans;
}

export async function deletesRoom(owner: Person, { id, name }: Pick<RoomAnswer, 'id' | 'name'>): Promise<void> {
  expect(await owner.asks(DELETE_ROOM, { id, name })).toEqual({ deleteRoom: { ok: true } });
}

/** Once nothing is stored any more of rooms that were deleted. */
export function isSwept(server: TestServer): Promise<void> {
  return server.app.get(DeletedRoomsSweep).isDone();
}
