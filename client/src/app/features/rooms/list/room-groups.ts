import type { RoomArrangement } from '../../../core/graphql/model';

interface ListedRoom {
  readonly id: string;
  /** Of a direct room; null of all others. */
  readonly people: readonly unknown[] | null;
  readonly isFavourite: boolean;
  readonly isArchived: boolean;
}

/** Those that every list has; the id of any other one is that of a section. */
export type GroupKind = 'favourites' | 'section' | 'rooms' | 'direct' | 'archived';

/** Rooms that stand under one heading. */
export interface RoomGroup<Room> {
  readonly id: string;
  readonly kind: GroupKind;
  readonly heading: string;
  readonly rooms: readonly Room[];
}

/**
 * The list of rooms as it is seen: each room in one place. The rooms come with the newest activity first; `nameRank` says where each stands
 * by name. Empty groups are among them.
 */
export function groupsOf<Room extends ListedRoom>(
  rooms: readonly Room[],
  arrangement: RoomArrangement,
  nameRank: (roomId: string) => number,
): RoomGroup<Room>[] {
  const sectionOf = new Map(arrangement.sections.flatMap(({ id, roomIds }) => roomIds.map((roomId) => [roomId, id])));
  const sorted = inOrder(rooms, arrangement, nameRank);
  const grouped = Map.groupBy(sorted, (room) => groupOf(room, sectionOf.get(room.id)));
  const fixed = (kind: Exclude<GroupKind, 'section'>): RoomGroup<Room> => {
    return { id: kind, kind, heading: headingOf(kind), rooms: grouped.get(kind) ?? [] };
  };
  const sections = arrangement.sections.map(({ id, name }): RoomGroup<Room> => {
    return { id, kind: 'section', heading: name, rooms: grouped.get(id) ?? [] };
  });
  return [fixed('favourites'), ...sections, fixed('rooms'), fixed('direct'), fixed('archived')];
}

/** What has to stand at the top of a group, and in which order, for one of its rooms to come to a place. What is behind that stays as it is. */
export function topWith(roomIds: readonly string[], roomId: string, to: number): readonly string[] {
  const before = roomIds.indexOf(roomId);
  const moved = roomIds.filter((id) => id !== roomId).toSpliced(to, 0, roomId);
  return moved.slice(0, Math.max(before, to) + 1);
}

function headingOf(kind: Exclude<GroupKind, 'section'>): string {
  switch (kind) {
    case 'favourites':
      return $localize`Favourites`;
    case 'rooms':
      return $localize`Your rooms`;
    case 'direct':
      return $localize`Direct messages`;
    case 'archived':
      return $localize`:rooms|:Archived`;
  }
}

function groupOf(room: ListedRoom, sectionId: string | undefined): string {
  if (room.isArchived) return 'archived';
  if (room.isFavourite) return 'favourites';
  return sectionId ?? (room.people === null ? 'rooms' : 'direct');
}

function inOrder<Room extends ListedRoom>(
  rooms: readonly Room[],
  { order, ownOrder }: RoomArrangement,
  nameRank: (roomId: string) => number,
): readonly Room[] {
  if (order === 'ACTIVITY') return rooms;
  const place = new Map(order === 'OWN' ? ownOrder.map((id, index) => [id, index]) : []);
  const placeOf = (id: string): number => place.get(id) ?? place.size;
  return rooms.toSorted((a, b) => placeOf(a.id) - placeOf(b.id) || nameRank(a.id) - nameRank(b.id));
}
