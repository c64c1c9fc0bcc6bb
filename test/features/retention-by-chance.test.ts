import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL_EVENTS, type FeedAnswer, readUntil } from '../support/feeds/feed.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';
import { rounds } from '../support/chance/rounds.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast, type Cast } from '../support/people/cast.js';
import type { RoomAnswer } from '../support/people/person.js';
import { reads, unreadOf } from '../support/people/reading.js';
import { daysPass, isTidy, keepsFor, messageOf } from '../support/people/retention.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const DAY = 24 * 60 * 60 * 1000;

const place = fc.nat(1000);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant('say' as const), isBens: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('say beside' as const), isBens: fc.boolean(), place }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('delete' as const), place }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('read' as const), place }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('keep' as const), days: fc.option(fc.integer({ min: 1, max: 6 })) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('days pass' as const), days: fc.integer({ min: 1, max: 3 }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

it('whatever is said, deleted and decided, what is kept is what a plain model keeps, and so is what counts as unread and what was told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
      const weeks = await Weeks.begin();
      for (const one of steps) await weeks.takes(one);
      await weeks.end();
    }),
    { numRuns: rounds({ quick: 6, thorough: 60 }) },
  );
}, 600_000);

interface Said {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly at: number;
  readonly isBens: boolean;
  readonly rootId: string | null;
  isGone: boolean;
}

/** A room of Ada's that Ben reads. */
class Weeks {
  private readonly said: Said[] = [];
  private days: number | null = null;
  private lastRead = 0;

  private constructor(
    private cast: Cast,
    private readonly room: RoomAnswer,
    private readonly start: string,
  ) {}

  static async begin(): Promise<Weeks> {
    const cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben]);
    return new Weeks(cast, room, await feedCursorOf(cast.ben));
  }

  async takes(step: Step): Promise<void> {
    const { ada, ben } = this.cast;
    switch (step.does) {
      case 'say':
        return this.says(step.isBens, null);
      case 'say beside': {
        const root = at(this.inRoom(), step.place);
        return root && this.says(step.isBens, root.id);
      }
      case 'delete': {
        const chosen = at(this.said, step.place);
        if (!chosen) return;
        await ada.deletes(chosen);
        chosen.isGone = true;
        return;
      }
      case 'read': {
        const chosen = at(this.inRoom(), step.place);
        if (!chosen) return;
        await reads(ben, this.room, chosen.number);
        this.lastRead = Math.max(this.lastRead, chosen.number);
        return;
      }
      case 'keep':
        await keepsFor(ada, this.room, step.days);
        this.days = step.days;
        return this.isRight();
      case 'days pass':
        // Between two days, so that nothing is as old as that to the millisecond.
        this.cast = await daysPass(server, step.days + (this.said.length % 2 === 0 ? 0.3 : -0.3), this.cast);
        return this.isRight();
    }
  }

  async end(): Promise<void> {
    await this.isRight();
    const { ben } = this.cast;
    const told = (await wholeFeed(ben, this.start)).flatMap(({ event }) =>
      event?.__typename.endsWith('MessageDeleted') ? [event.message?.id] : [],
    );
    expect(told.toSorted()).toEqual(
      this.said
        .filter(({ isGone }) => isGone)
        .map(({ id }) => id)
        .toSorted(),
    );
    await using socket = await ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, { after: this.start });
    const replayed = (await readUntil(feed, ({ mark }) => mark === 'CAUGHT_UP')).flatMap(({ event }) =>
      event?.__typename.endsWith('MessageDeleted') ? [event.message?.id] : [],
    );
    expect(replayed).toEqual(told);
  }

  private async says(isBens: boolean, rootId: string | null): Promise<void> {
    const who = isBens ? this.cast.ben : this.cast.ada;
    const body = `Word ${String(this.said.length)}`;
    const { id, number } = await who.says(body, this.room, rootId === null ? {} : { threadRootId: rootId });
    const { createdAt } = await messageOf(who, { id });
    this.said.push({ id, number, body, at: Date.parse(createdAt), isBens, rootId, isGone: false });
  }

  private async isRight(): Promise<void> {
    await isTidy(server);
    const now = server.clock.now().getTime();
    for (const message of this.said)
      if (this.days !== null && message.at < now - this.days * DAY) message.isGone = true;
    const { ada, ben } = this.cast;
    for (const { id, body, isGone } of this.said) expect((await messageOf(ada, { id })).body).toBe(isGone ? '' : body);
    const unread = this.inRoom().filter(({ number, isBens, isGone }) => number > this.lastRead && !isBens && !isGone);
    expect(await unreadOf(ben, this.room)).toBe(unread.length);
    for (const root of this.inRoom()) {
      const replies = this.said.filter(({ rootId }) => rootId === root.id);
      const { startedThread } = await messageOf(ben, root);
      expect(startedThread?.messageCount ?? null).toBe(
        replies.length === 0 ? null : replies.filter(({ isGone }) => !isGone).length,
      );
    }
  }

  private inRoom(): Said[] {
    return this.said.filter(({ rootId }) => rootId === null);
  }
}

function at(said: readonly Said[], place: number): Said | undefined {
  return said[place % Math.max(1, said.length)];
}
