import { isOfRoom, type LoggedEvent } from '../log/index.js';
import type { Interest } from './reader.js';
import type { RoomsOfSubject } from './rooms-of-subject.js';

/** Somebody whose interest is known; it stays the same until they are taken out. */
interface Interested {
  readonly interest: Interest;
}

/**
 * Whom an event may concern, found without asking everybody: of tens of thousands who follow all their rooms a handful is in any one
 * of them, and to ask each of the others reads memory that lies all over the heap.
 */
export class Audience<Member extends Interested> {
  private readonly members = new Set<Member>();
  private readonly ofEverything = new Set<Member>();
  private readonly byRoom = new Map<string, Set<Member>>();
  private readonly byPerson = new Map<string, Set<Member>>();

  constructor(private readonly roomsOfSubject: Pick<RoomsOfSubject, 'of'>) {}

  get size(): number {
    return this.members.size;
  }

  has(member: Member): boolean {
    return this.members.has(member);
  }

  all(): Iterable<Member> {
    return this.members;
  }

  add(member: Member): void {
    this.members.add(member);
    const { interest } = member;
    if (interest === 'everything') this.ofEverything.add(member);
    else {
      put(this.byPerson, interest.userId, member);
      for (const roomId of interest.rooms) put(this.byRoom, roomId, member);
    }
  }

  remove(member: Member): void {
    if (!this.members.delete(member)) return;
    const { interest } = member;
    if (interest === 'everything') this.ofEverything.delete(member);
    else {
      take(this.byPerson, interest.userId, member);
      for (const roomId of interest.rooms) take(this.byRoom, roomId, member);
    }
  }

  /** Those who may see an event, or whose rooms it changes: a few too many, never one too few. Each once. */
  *of(event: LoggedEvent): Iterable<Member> {
    if (event.roomId === null && event.personId === null) {
      yield* this.whomTheHouseTells(event);
      return;
    }
    yield* this.ofEverything;
    const inside = isOfRoom(event) ? this.byRoom.get(event.roomId) : undefined;
    if (inside) yield* inside;
    for (const member of this.ofPerson(event) ?? []) if (!inside?.has(member)) yield member;
  }

  /** Whether two events may concern the same members, as far as is known without asking for all of them. */
  isSame(one: LoggedEvent, other: LoggedEvent): boolean {
    if ([one, other].some((event) => this.roomsOfSubject.of(event) !== undefined)) return false;
    return (
      one.roomId === other.roomId && one.personId === other.personId && this.ofPerson(one) === this.ofPerson(other)
    );
  }

  /** Everybody; but of what only those are told who share a room with its subject, these. */
  private whomTheHouseTells(event: LoggedEvent): Iterable<Member> {
    const rooms = this.roomsOfSubject.of(event);
    if (!rooms) return this.members;
    const told = new Set([...this.ofEverything, ...(this.byPerson.get(event.subjectId) ?? [])]);
    for (const roomId of rooms) for (const member of this.byRoom.get(roomId) ?? []) told.add(member);
    return told;
  }

  private ofPerson({ personId, subjectId }: LoggedEvent): ReadonlySet<Member> | undefined {
    return this.byPerson.get(personId ?? subjectId);
  }
}

function put<Member>(index: Map<string, Set<Member>>, key: string, member: Member): void {
  const members = index.get(key);
  if (members) members.add(member);
  else index.set(key, new Set([member]));
}

function take<Member>(index: Map<string, Set<Member>>, key: string, member: Member): void {
  const members = index.get(key);
  members?.delete(member);
  if (members?.size === 0) index.delete(key);
}
