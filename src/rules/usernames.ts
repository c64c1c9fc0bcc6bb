/** The name by which a message calls everybody in its room: nobody can have it as a username. */
export const WHOLE_ROOM = 'room';

/** A username in the form in which two of them are one: compatibility forms and case folded (lower, upper and lower again takes ẞ, ß and ss for one). */
export function foldUsername(name: string): string {
  return name.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');
}
