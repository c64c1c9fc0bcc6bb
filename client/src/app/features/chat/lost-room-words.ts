import type { LostRoom } from '../../feed/lost-room';

export function lostRoomWords({ name, by, isDeleted, isClosedToGuests }: LostRoom): { heading: string; text: string } {
  if (isDeleted) {
    const who = by ?? 'You';
    return { heading: `“${name}” was deleted.`, text: `${who} deleted the room, with everything in it.` };
  }
  if (by === null) return { heading: `You left “${name}”.`, text: 'Its messages stay with its members.' };
  const heading = `You are no longer in “${name}”.`;
  if (isClosedToGuests) return { heading, text: 'It is private now, and guests can only be in public rooms.' };
  return { heading, text: `${by} removed you.` };
}
