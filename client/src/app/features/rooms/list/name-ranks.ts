import { compareNames } from '../../../shared/language/names';

interface NamedRoom {
  readonly id: string;
  readonly name: string;
}

/** Where each room stands by name. Of two with one name the same is always first. */
export function ranksByName(rooms: readonly NamedRoom[]): ReadonlyMap<string, number> {
  const sorted = rooms.toSorted((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
  return new Map(sorted.map(({ id }, rank) => [id, rank]));
}

/** Whether two lists have the same rooms under the same names, in whichever order. */
export function areSameNames(one: readonly NamedRoom[], other: readonly NamedRoom[]): boolean {
  if (one.length !== other.length) return false;
  const names = new Map(one.map(({ id, name }) => [id, name]));
  return other.every(({ id, name }) => names.get(id) === name);
}
