import type { LostRoom } from '../../feed/lost-room';

export function lostRoomWords({ name, by }: LostRoom): { heading: string; text: string } {
  return by === null
    ? { heading: `You left “${name}”.`, text: 'Its messages stay with its members.' }
    : { heading: `You are no longer in “${name}”.`, text: `${by} removed you.` };
}
