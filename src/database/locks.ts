import { isId } from '../runtime/index.js';
import type { Query } from './dialect/index.js';
import type { SqlValue } from './statements.js';

/**
 * What a change holds from before its first statement until its commit, so that nobody else changes it meanwhile. What is named
 * here may be read and relied upon within the change; what is not named may be another one's a moment later. Decision 36.
 */
export interface Locks {
  /** What belongs to nobody in particular. */
  readonly house?: readonly HouseLock[];
  /** Accounts: whether they have ended, their passwords, which sessions they have, which rooms they are in, whom they block. */
  readonly people?: readonly string[];
  /** Rooms: who is in them, their roles, names and messages, the places of their events. */
  readonly rooms?: readonly string[];
  /** Sessions: whether they have ended, and their tokens. */
  readonly sessions?: readonly string[];
}

/** Who the administrators are; how many bytes of files there are; what the server is called and how it looks. */
export type HouseLock = 'administrators' | 'files' | 'look';

/** For a change that relies on nothing that it has read: each of its statements says itself when it is to do something. */
export const NO_LOCKS: Locks = {};

/** Finds by reading what is to be locked: asked before the locks are taken, and again once they are held. */
export type FindLocks = (where: Reader) => Promise<Locks>;

/** Whatever runs a statement that reads: the database as it is committed, or a transaction. */
export interface Reader {
  rows<Row extends object>(query: Query, values: readonly SqlValue[]): Promise<Row[]>;
}

/** Everybody takes locks in this order, and of one kind by id: two changes that want the same never wait for each other. */
const ORDER = ['house', 'people', 'rooms', 'sessions'] as const;

export interface Lock {
  readonly kind: (typeof ORDER)[number];
  readonly id: string;
}

/** The locks one by one, in the order in which they are taken. What cannot be an id names nothing that could be locked. */
export function inOrder(locks: Locks): Lock[] {
  return ORDER.flatMap((kind) => {
    const ids: readonly string[] = locks[kind] ?? [];
    const named = kind === 'house' ? ids : ids.filter(isId);
    return [...new Set(named)].toSorted().map((id) => ({ kind, id }));
  });
}

/** What several changes hold that share a transaction. */
export function allOf(each: readonly Locks[]): Locks {
  const ids = (kind: 'people' | 'rooms' | 'sessions'): string[] => each.flatMap((locks) => locks[kind] ?? []);
  const house = each.flatMap((locks) => locks.house ?? []);
  return { house, people: ids('people'), rooms: ids('rooms'), sessions: ids('sessions') };
}

/** Whether somebody who holds the ones need not take any of the others. */
export function covers(held: Locks, wanted: Locks): boolean {
  const keyOf = ({ kind, id }: Lock): string => `${kind}:${id}`;
  const keys = new Set(inOrder(held).map(keyOf));
  return inOrder(wanted).every((lock) => keys.has(keyOf(lock)));
}
