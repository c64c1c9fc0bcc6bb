import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { Follower } from '#server/feed/follower.js';
import { Group } from '#server/feed/group.js';
import { aCast } from '../support/people/cast.js';
import { type Action, Evening, type Plan, ROOMS } from '../support/people/evening.js';
import type { FeedItem } from '../support/feeds/feed.js';
import { assertMarksInOrder } from '../support/feeds/restless-reader.js';
import { aServer } from '../support/servers/server.js';
import { FATES, spoilBus } from '../support/feeds/spoilt-bus.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';

const server = await aServer();

const WRITERS = 8;
/** More than the server keeps of a room in memory: who comes from before, or looked away meanwhile, is served from the log. */
const MANY = 800;

const action: fc.Arbitrary<Action> = fc.record({
  does: fc.constantFrom('say', 'say', 'say at length', 'edit', 'delete', 'come or go', 'come or go'),
  where: fc.constantFrom(...ROOMS),
});
const turn = fc.record({
  items: fc.nat(30),
  then: fc.constantFrom('cut', 'cut', 'pause'),
  writes: fc.integer({ min: 1, max: 40 }),
});
const slowly = Array.from({ length: 60 }, () => ({ items: 1, then: 'pause' as const, writes: 1 }));
const reader: fc.Arbitrary<Plan> = fc.record({
  who: fc.nat(WRITERS - 1),
  follows: fc.constantFrom('hall', 'kitchen', 'all rooms'),
  selection: fc.constantFrom('plain', 'plain', 'plain, in words of their own', 'bulky'),
  startsFrom: fc.constantFrom('long ago', 'now'),
  comesAfter: fc.nat(60),
  turns: fc.oneof(
    { weight: 5, arbitrary: fc.array(turn, { minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constant(slowly) },
  ),
});
/** Comes first, looks away until all is written, and reads on. */
const sleeperIn = (follows: Plan['follows']): fc.Arbitrary<Plan> =>
  fc.nat(WRITERS - 1).map((who) => ({
    who,
    follows,
    selection: 'bulky',
    startsFrom: 'now',
    comesAfter: 0,
    turns: [{ items: 1, then: 'pause', writes: Infinity }],
  }));
const actions = fc.array(fc.array(action, { minLength: 8, maxLength: 16 }), { minLength: WRITERS, maxLength: WRITERS });
const sleepers = fc.tuple(sleeperIn('hall'), sleeperIn('all rooms'));
const readers = fc.tuple(sleepers, fc.array(reader, { minLength: 8, maxLength: 12 }));
const fates = fc.oneof(fc.constant(['on time' as const]), fc.array(fc.constantFrom(...FATES), { minLength: 20 }));

it('whoever is cut and resumes at any moments, while eight write, has what a fresh read has: in order, and each thing once', async () => {
  const casts = [await aCast(server), await aCast(server)];
  const people = casts.flatMap(({ ada, ben, cleo, otto }) => [ada, ben, cleo, otto]);
  const joins = vi.spyOn(Group.prototype, 'join');
  const fallsBehind = vi.spyOn(Follower.prototype, 'fallBehind');
  await fc.assert(
    fc.asyncProperty(actions, readers, fates, async (actionsOf, plans, fatesOfHints) => {
      const evening = await Evening.begins(server, people);
      const reading = plans.flat().map((plan) => evening.isReadBy(plan));
      const restoreBus = spoilBus(server, fatesOfHints);
      const many = evening.reaches(30).then(() => evening.hearsMany(MANY));
      await Promise.all([many, ...actionsOf.map((list, who) => evening.sees(who, list))]);
      restoreBus();
      await evening.ends();
      for (const { who, room, start, visits } of await Promise.all(reading)) {
        const items = visits.flatMap((visit) => visit.items);
        const first = start ?? items[0]?.cursor ?? '';
        expect(eventsIn(items)).toEqual(eventsIn(await wholeFeed(who, first, room)));
        for (const visit of visits) assertMarksInOrder(visit);
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
  // Otherwise this was about something else.
  expect(joins.mock.calls.length).toBeGreaterThan(50);
  expect(fallsBehind).toHaveBeenCalled();
}, 120_000);

function eventsIn(items: readonly FeedItem[]): string[] {
  return items.flatMap(({ event }) => (event ? [event.id] : []));
}
