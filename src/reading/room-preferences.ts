import { InvalidInput } from '../errors/index.js';
import type { SetRoomPreferencesInput } from './reading.inputs.js';
import type { NotifyLevel } from './room-viewer-state.type.js';

/** Of which messages somebody wants to hear. */
export type Level = `${NotifyLevel}`;

/** How somebody wants to hear of a room. Pure: the moment is handed in. */
export interface Preferences {
  readonly notify: Level;
  readonly isMuted: boolean;
  readonly mutedUntil: Date | null;
  readonly isFavourite: boolean;
}

/** With what everybody begins. */
export const BEGINNING: Preferences = { notify: 'MENTIONS', isMuted: false, mutedUntil: null, isFavourite: false };

/** A mute that has run out is none. */
export function preferencesAt(now: Date, { notify, isMuted, mutedUntil, isFavourite }: Preferences): Preferences {
  const isStill = isMuted && (mutedUntil === null || mutedUntil > now);
  return { notify, isMuted: isStill, mutedUntil: isStill ? mutedUntil : null, isFavourite };
}

/** What is left out stays as it is, null clears it. */
export function changedPreferences(
  before: Preferences,
  wanted: Omit<SetRoomPreferencesInput, 'roomId'>,
  now: Date,
): Preferences {
  const isMuted = chosen(wanted.isMuted, before.isMuted, BEGINNING.isMuted);
  return {
    notify: chosen<Level>(wanted.notify, before.notify, BEGINNING.notify),
    isMuted,
    mutedUntil: isMuted ? endOfMute(wanted.mutedUntil, before.mutedUntil, now) : noEnd(wanted.mutedUntil),
    isFavourite: chosen(wanted.isFavourite, before.isFavourite, BEGINNING.isFavourite),
  };
}

export function isSame(one: Preferences, other: Preferences): boolean {
  return (
    one.notify === other.notify &&
    one.isMuted === other.isMuted &&
    one.mutedUntil?.getTime() === other.mutedUntil?.getTime() &&
    one.isFavourite === other.isFavourite
  );
}

function chosen<Value>(wanted: Value | null | undefined, before: Value, cleared: Value): Value {
  return wanted === undefined ? before : (wanted ?? cleared);
}

function endOfMute(wanted: Date | null | undefined, before: Date | null, now: Date): Date | null {
  if (wanted != null && wanted <= now) throw new InvalidInput('mutedUntil', 'This time is over already.');
  return chosen(wanted, before, null);
}

function noEnd(wanted: Date | null | undefined): null {
  if (wanted != null) throw new InvalidInput('mutedUntil', 'The room is not muted, so muting cannot end.');
  return null;
}
