import type { LostRoom } from '../../feed/lost-room';

export function lostRoomWords({ name, by, isDeleted, isClosedToGuests }: LostRoom): { heading: string; text: string } {
  if (isDeleted) {
    const heading = $localize`“${name}:room:” was deleted.`;
    return by === null
      ? { heading, text: $localize`You deleted the room, with everything in it.` }
      : { heading, text: $localize`${by}:name: deleted the room, with everything in it.` };
  }
  if (by === null)
    return { heading: $localize`You left “${name}:room:”.`, text: $localize`Its messages stay with its members.` };
  const heading = $localize`You are no longer in “${name}:room:”.`;
  if (isClosedToGuests) return { heading, text: $localize`It is private now, and guests can only be in public rooms.` };
  return { heading, text: $localize`${by}:name: removed you.` };
}
