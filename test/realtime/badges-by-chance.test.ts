import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Database, query as sql } from '#server/database/index.js';
import { rounds } from '../support/chance/rounds.js';
import { unlessRefused } from '../support/chance/refusals.js';
import { BadgeDevice } from '../support/feeds/badge-device.js';
import { aCast, type Cast } from '../support/people/cast.js';
import type { MessageAnswer, RoomAnswer } from '../support/people/person.js';
import { marksUnread, prefers, reads, type RoomState, stateOf } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const who = fc.constantFrom('ada', 'ben', 'cleo');
const device = fc.nat(2);
/** Some place among the messages that there are: also the one before the first. */
const place = fc.nat(1000);

/** What is said: words that name Ada, everybody, both, or nobody. */
const words = fc.constantFrom<Words>('Hello', 'Ada', 'all', 'Ada and all', 'Ben', 'Ada in code', 'all in a quote');
type Words = 'Hello' | 'Ada' | 'all' | 'Ada and all' | 'Ben' | 'Ada in code' | 'all in a quote';
const NAMING_ADA: readonly Words[] = ['Ada', 'all', 'Ada and all'];

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant('say' as const), who, words }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('edit' as const), who, words, place }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('delete' as const), who, place }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('read', 'unread', 'mute'), device, place }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('leave', 'join', 'is removed', 'is added') }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('go offline', 'come back', 'open anew'), device }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

it('whatever happens, Ada’s badge is what a count of the rows says, and so it is on each of her three devices', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }), async (steps) => {
      await using day = await Day.begins();
      for (const one of steps) {
        await day.takes(one);
        await day.isRight();
      }
      await day.everybodyIsBack();
      await day.isRight();
    }),
    { numRuns: rounds({ quick: 12, thorough: 150 }) },
  );
}, 600_000);

/** A room of Ben's that Ada is in for most of the time, with what she has read there. */
class Day {
  private readonly said: MessageAnswer[] = [];
  private readonly isOnline = [true, true, true];
  /** What she has read, as it should be; null while she is out. */
  private lastRead: number | null = 0;

  private constructor(
    private readonly cast: Cast,
    private readonly room: RoomAnswer,
    private readonly devices: BadgeDevice[],
  ) {}

  static async begins(): Promise<Day> {
    const cast = await aCast(server);
    const room = await aRoom(cast.ben, [cast.ada, cast.cleo]);
    await cast.ben.makes(cast.cleo, 'MODERATOR', room);
    const devices = await Promise.all([0, 1, 2].map(() => BadgeDevice.opens(cast.ada, room)));
    for (const one of devices) await one.goesOnline();
    return new Day(cast, room, devices);
  }

  async takes(step: Step): Promise<void> {
    await unlessRefused(async () => {
      if ('who' in step) await this.talks(step);
      else if ('place' in step) await this.marks(step);
      else if ('device' in step) await this.switches(step);
      else await this.comesOrGoes(step);
    });
  }

  async everybodyIsBack(): Promise<void> {
    for (const [index, one] of this.devices.entries()) {
      await one.goesOnline();
      this.isOnline[index] = true;
    }
  }

  /** The server's badge at once, and that of each device with a line once it has heard of all. */
  async isRight(): Promise<void> {
    const state = await stateOf(this.cast.ada, this.room);
    expect(state?.lastReadNumber ?? null).toBe(this.lastRead);
    const unread = await this.unreadRows();
    expect(state?.unreadCount ?? null).toBe(unread?.length ?? null);
    const naming = NAMING_ADA.map((words) => this.body(words));
    expect(state?.unreadMentionCount ?? null).toBe(unread?.filter(({ body }) => naming.includes(body)).length ?? null);
    for (const [index, one] of this.devices.entries())
      if (this.isOnline[index]) await expect.poll(() => shownBy(one.known), POLL).toEqual(shownBy(state));
  }

  [Symbol.asyncDispose](): Promise<void> {
    for (const one of this.devices) one.goesOffline();
    return Promise.resolve();
  }

  private async talks(step: Extract<Step, { who: string }>): Promise<void> {
    const person = this.cast[step.who as keyof Cast];
    if (step.does === 'say') {
      this.said.push(await person.says(this.body(step.words), this.room));
      return;
    }
    const chosen = this.said[step.place % Math.max(1, this.said.length)];
    if (!chosen) return;
    if (step.does === 'edit') await person.edits(chosen, this.body(step.words));
    else await person.deletes(chosen);
  }

  private body(words: Words): string {
    const { ada, ben } = this.cast;
    const bodies: Record<Words, string> = {
      Hello: 'Hello',
      Ada: `Well, @${ada.username}.`,
      all: 'Tea, @room!',
      'Ada and all': `@room and @${ada.username}`,
      Ben: `@${ben.username}`,
      'Ada in code': `\`@${ada.username}\``,
      'all in a quote': '> @room',
    };
    return bodies[words];
  }

  private async marks({ does, device, place }: Extract<Step, { device: number; place: number }>): Promise<void> {
    const { ada } = this.cast;
    const number = place % (this.said.length + 1);
    if (does === 'mute') {
      this.devices[device]?.hears(await prefers(ada, this.room, { isMuted: place % 2 === 0 }));
    } else if (does === 'read') {
      const answer = await reads(ada, this.room, number);
      this.devices[device]?.hears(answer);
      this.lastRead = Math.max(this.lastRead ?? 0, number);
    } else if (number > 0) {
      const answer = await marksUnread(ada, this.room, number);
      this.devices[device]?.hears(answer);
      this.lastRead = Math.min(this.lastRead ?? 0, number - 1);
    }
  }

  private async switches({ does, device }: Extract<Step, { device: number }>): Promise<void> {
    const one = this.devices[device];
    if (does === 'come back') await one?.goesOnline();
    else one?.goesOffline();
    if (does === 'open anew') {
      const fresh = await BadgeDevice.opens(this.cast.ada, this.room);
      await fresh.goesOnline();
      this.devices[device] = fresh;
    }
    this.isOnline[device] = does !== 'go offline';
  }

  private async comesOrGoes({ does }: Step): Promise<void> {
    const { ada, ben } = this.cast;
    const comes = does === 'join' || does === 'is added';
    if (does === 'leave') await ada.leaves(this.room);
    else if (does === 'join') await ada.joins(this.room);
    else if (does === 'is added') await ben.adds(ada, this.room);
    else await ben.removes(ada, this.room);
    this.lastRead = comes ? (this.lastRead ?? this.said.length) : null;
  }

  /** The rows, one by one. */
  private async unreadRows(): Promise<Row[] | null> {
    const { lastRead } = this;
    if (lastRead === null) return null;
    const rows = await server.app.get(Database).rows<Row>(ROWS, [this.room.id]);
    return rows.filter(
      ({ number, author, deletedAt }) => number > lastRead && author !== this.cast.ada.id && deletedAt === null,
    );
  }
}

interface Row {
  readonly number: number;
  readonly author: string;
  readonly body: string;
  readonly deletedAt: number | null;
}

const ROWS = sql(
  'select number, author_id as author, body, deleted_at as "deletedAt" from message where room_id = ? order by number',
);
const POLL = { timeout: 20_000, interval: 5 };

/** All of it that one sees. */
function shownBy(state: RoomState | null) {
  return state && [state.lastReadNumber, state.unreadCount, state.unreadMentionCount, state.isMuted];
}
