import type { Person, Room } from '../core/graphql/model';
import { remarksInText } from '../shared/language/lists';
import type { ChatState, RoomState } from './chat-state';

/** A room as it is called on the page: a direct room has no name of its own, and is called by those whom it is for. */
export function called(room: Room, people: readonly Person[] | null, viewerId: string): Room {
  return room.kind === 'DIRECT' ? { ...room, name: nameOf(othersIn(people, viewerId)) } : room;
}

/** Whom a direct room is for beside the viewer: nobody, where it holds their own notes. */
export function othersIn(people: readonly Person[] | null, viewerId: string): readonly Person[] {
  return (people ?? []).filter(({ id }) => id !== viewerId);
}

/** What a room is called that something was read from: a direct room as the page knows it. */
export function roomNameIn(
  state: Pick<ChatState, 'rooms'> | null,
  { id, name }: { readonly id: string; readonly name: string },
): string {
  return state?.rooms.get(id)?.room.name ?? (name === '' ? $localize`A conversation` : name);
}

/** The direct room of exactly these people and the viewer, where the viewer is in it. */
export function directRoomWith(
  { rooms, viewerId }: Pick<ChatState, 'rooms' | 'viewerId'>,
  userIds: readonly string[],
): RoomState | null {
  const company = new Set([viewerId, ...userIds]);
  const isTheirs = ({ people }: RoomState): boolean =>
    people?.length === company.size && people.every(({ id }) => company.has(id));
  return [...rooms.values()].find(isTheirs) ?? null;
}

function nameOf(others: readonly Person[]): string {
  return others.length === 0 ? $localize`Your notes` : remarksInText(others.map(({ displayName }) => displayName));
}
