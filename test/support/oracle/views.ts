import type { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Person, RoomAnswer } from '../people/person.js';
import { applyAll, type RoomView, snapshot, type ViewItem } from '../feeds/room-view.js';

/** What somebody saw of all their rooms since before they were in any. */
export interface Followed {
  readonly who: Person;
  readonly items: readonly ViewItem[];
}

/** A room that some followed, from when it looked like this. */
export interface SeenWhole {
  readonly room: RoomAnswer;
  readonly from: RoomView;
  readonly by: readonly Followed[];
}

/** Each saw once, in order, every event of each of their stays, their own and the house's, and nothing else: neither a gap nor what was not theirs to see. What is no room's counts from the first thing that they saw. */
export function expectEachSawTheirs(database: DatabaseSync, followed: readonly Followed[]): void {
  const theirs = database.prepare(
    `select event.id from event where exists (select 1 from membership
       where membership.user_id = :who and membership.room_id = event.room_id and event.position
         between membership.joined_position and coalesce(membership.left_position, event.position))
       or room_id is null and coalesce(person_id, :who) = :who
         and position >= (select position from event as first where first.id = :first)
     order by position`,
  );
  for (const { who, items } of followed) {
    const seen = items.flatMap(({ event }) => (event ? [event.id] : []));
    expect(seen, `what ${who.username} saw`).toEqual(
      theirs.all({ who: who.id, first: seen[0] ?? '' }).map(({ id }) => id),
    );
  }
}

/** Whoever saw all of a room ends with what a fresh read of it shows. */
export async function expectViewsFresh({ room, from, by }: SeenWhole): Promise<void> {
  for (const { who, items } of by) {
    const view = applyAll(from, room, items);
    const fresh = (await snapshot(who, room)).view;
    // A fresh read shows the newest; what came before them is in the view alone.
    const newest = {
      messages: within(view.messages, fresh.messages),
      threads: Object.fromEntries(
        Object.entries(fresh.threads).map(([id, messages]) => [id, within(view.threads[id] ?? {}, messages)]),
      ),
      pins: view.pins.slice(0, fresh.pins.length),
    };
    expect({ ...view, ...newest }, `the room as ${who.username} sees it`).toEqual(fresh);
  }
}

/** What one has seen of those messages that a fresh read shows. */
function within(seen: RoomView['messages'], fresh: RoomView['messages']): object {
  return Object.fromEntries(Object.keys(fresh).map((number) => [number, seen[Number(number)]] as const));
}
