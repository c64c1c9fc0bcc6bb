import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Database, query as sql } from '#server/database/index.js';
import { rounds } from '../support/chance/rounds.js';
import { unlessRefused } from '../support/chance/refusals.js';
import { BadgeDevice, type KnownThread } from '../support/feeds/badge-device.js';
import { ThreadsByRules, type ReadThread } from '../support/people/threads-by-rules.js';
import { aCast, type Cast } from '../support/people/cast.js';
import type { MessageAnswer, Person, RoomAnswer } from '../support/people/person.js';
import { marksUnread, prefers, reads, type RoomState, stateOf } from '../support/people/reading.js';
import { follows, marksThreadUnread, readsThread, threadStateOf } from '../support/people/threads.js';
import { blocks, closesDirect, opensDirect, unblocks } from '../support/people/direct-rooms.js';
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
/** In a thread there is nothing that names everybody. */
const NAMING_ADA_ALONE: readonly Words[] = ['Ada', 'Ada and all'];

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant('say' as const), who, words }) },
  { weight: 9, arbitrary: fc.record({ does: fc.constant('say beside' as const), who, words, place }) },
  // Whoever wrote it edits it.
  { weight: 10, arbitrary: fc.record({ does: fc.constant('edit' as const), words, place }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('delete' as const), who, place }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('read', 'unread', 'mute'), device, place }) },
  {
    weight: 7,
    arbitrary: fc.record({ does: fc.constantFrom('read', 'unread', 'follow', 'unfollow'), thread: fc.nat(2), place }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('leave', 'join', 'is removed', 'is added') }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('block', 'unblock'), whom: fc.constantFrom('ben', 'cleo') }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('close') }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('go offline', 'come back', 'open anew'), device }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

it('whatever happens, Ada’s badges are what a count of the rows says, and so they are on each of her three devices', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }),
      fc.boolean(),
      async (steps, isDirect) => {
        await using day = await Day.begins(isDirect);
        for (const one of steps) {
          await day.takes(one);
          await day.isRight();
        }
        await day.everybodyIsBack();
        await day.isRight();
      },
    ),
    { numRuns: rounds({ quick: 12, thorough: 150 }) },
  );
}, 600_000);

/** A room of Ben's that Ada is in for most of the time, with what she has read there; or one that he has opened for her and Cleo, which she never leaves. */
class Day {
  /** All that was said, in the room and beside it. */
  private readonly said: { readonly message: MessageAnswer; readonly author: Person }[] = [];
  private readonly timeline: MessageAnswer[] = [];
  private readonly threads = new ThreadsByRules();
  private readonly isOnline = [true, true, true];
  /** What she has read, as it should be; null while she is out. */
  private lastRead: number | null = 0;
  /** Whom she does not want to hear from. */
  private readonly blocked = new Set<string>();
  /** Who has said something since she took the room out of her list; null while it is in it. */
  private sinceClosed: string[] | null = null;

  private constructor(
    private readonly cast: Cast,
    private readonly room: Pick<RoomAnswer, 'id'>,
    private readonly isDirect: boolean,
    private readonly devices: BadgeDevice[],
  ) {}

  static async begins(isDirect: boolean): Promise<Day> {
    const cast = await aCast(server);
    const room = isDirect
      ? await opensDirect(cast.ben, [cast.ada, cast.cleo])
      : await aRoom(cast.ben, [cast.ada, cast.cleo]);
    if (!isDirect) await cast.ben.makes(cast.cleo, 'MODERATOR', room);
    // Nobody but Ben is in a direct room before that.
    const first = isDirect ? await cast.ben.says('Hello', room) : null;
    const devices = await Promise.all([0, 1, 2].map(() => BadgeDevice.opens(cast.ada, room)));
    for (const one of devices) await one.goesOnline();
    const day = new Day(cast, room, isDirect, devices);
    if (first) day.heard(first, cast.ben);
    return day;
  }

  async takes(step: Step): Promise<void> {
    await unlessRefused(async () => {
      if ('who' in step) await this.talks(step);
      else if ('words' in step) await this.edits(step);
      else if ('thread' in step) await this.marksThread(step);
      else if ('place' in step) await this.marks(step);
      else if ('device' in step) await this.switches(step);
      else if ('whom' in step) await this.blocks(step);
      else if (step.does === 'close') await this.closes();
      else await this.comesOrGoes(step);
    });
  }

  async everybodyIsBack(): Promise<void> {
    for (const [index, one] of this.devices.entries()) {
      await one.goesOnline();
      this.isOnline[index] = true;
    }
  }

  /** The server's badges at once, and those of each device with a line once it has heard of all. */
  async isRight(): Promise<void> {
    const { ada } = this.cast;
    const state = await stateOf(ada, this.room);
    expect(state?.lastReadNumber ?? null).toBe(this.lastRead);
    const rows = (await server.app.get(Database).rows<Row>(ROWS, [this.room.id])).filter(
      ({ author, deletedAt }) => author !== ada.id && deletedAt === null && !this.blocked.has(author),
    );
    expect(badgesIn(state)).toEqual(this.badgesBy(rows));
    const threads = await Promise.all(
      this.threads.all.map(async (thread) => {
        const shown = await threadStateOf(ada, thread);
        expect(shown).toEqual(this.threadBy(rows, thread));
        return { id: thread.id, shown };
      }),
    );
    for (const [index, one] of this.devices.entries()) {
      if (!this.isOnline[index]) continue;
      await expect.poll(() => shownBy(one.known), POLL).toEqual(shownBy(state));
      for (const { id, shown } of threads)
        await expect.poll(() => threadShownBy(one.knownOf({ id })), POLL).toBeOneOf([undefined, JSON.stringify(shown)]);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const one of this.devices) await one.goesOffline();
  }

  private async talks(step: Extract<Step, { who: string }>): Promise<void> {
    const person = this.cast[step.who as keyof Cast];
    if (step.does === 'say') {
      this.heard(await person.says(this.body(step.words), this.room), person);
    } else if (step.does === 'say beside') await this.talksBeside(person, step);
    else {
      const chosen = this.saidAt(step.place);
      if (chosen) await person.deletes(chosen.message);
    }
  }

  private heard(message: MessageAnswer, author: Person): void {
    this.said.push({ message, author });
    this.timeline.push(message);
    this.sinceClosed?.push(author.id);
  }

  private async blocks({ does, whom }: Extract<Step, { whom: string }>): Promise<void> {
    const person = this.cast[whom];
    if (does === 'block') {
      await blocks(this.cast.ada, person);
      this.blocked.add(person.id);
    } else {
      await unblocks(this.cast.ada, person);
      this.blocked.delete(person.id);
    }
  }

  private async closes(): Promise<void> {
    await closesDirect(this.cast.ada, this.room);
    this.sinceClosed = [];
  }

  private async edits({ words, place }: Extract<Step, { does: 'edit' }>): Promise<void> {
    const chosen = this.saidAt(place);
    if (!chosen) return;
    const { message, author } = chosen;
    await author.edits(message, this.body(words));
    const by = { isOwn: author === this.cast.ada, isIn: this.lastRead !== null };
    this.threads.edited(message, { ...by, names: NAMING_ADA_ALONE.includes(words) });
  }

  private saidAt(place: number) {
    return this.said[place % Math.max(1, this.said.length)];
  }

  /** Beside one of the first messages, so that the threads grow long. */
  private async talksBeside(person: Person, { words, place }: { words: Words; place: number }): Promise<void> {
    const root = this.timeline[place % Math.max(1, Math.min(3, this.timeline.length))];
    if (!root) return;
    const message = await person.says(this.body(words), this.room, { threadRootId: root.id });
    this.said.push({ message, author: person });
    this.sinceClosed?.push(person.id);
    const rows = await server.app.get(Database).rows<{ author: string }>(AUTHOR, [root.id]);
    const isHers = { root: rows[0]?.author === this.cast.ada.id, message: person === this.cast.ada };
    this.threads.sent(root, message, { names: NAMING_ADA_ALONE.includes(words), isHers, isIn: this.lastRead !== null });
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
    const number = place % (this.timeline.length + 1);
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

  /** On none of these devices: they hear of it. */
  private async marksThread({ does, thread, place }: Extract<Step, { thread: number }>): Promise<void> {
    const { ada } = this.cast;
    const chosen = this.threads.all[thread % Math.max(1, this.threads.all.length)];
    if (!chosen) return;
    const number = place % (chosen.length + 1);
    if (does === 'read') {
      await readsThread(ada, this.room, chosen, number);
      this.threads.read(chosen, number);
    } else if (does === 'unread') {
      if (number === 0) return;
      await marksThreadUnread(ada, this.room, chosen, number);
      this.threads.markedUnread(chosen, number);
    } else {
      await follows(ada, chosen, does === 'follow');
      this.threads.saidToFollow(chosen, does === 'follow');
    }
  }

  private async switches({ does, device }: Extract<Step, { device: number }>): Promise<void> {
    const one = this.devices[device];
    if (does === 'come back') await one?.goesOnline();
    else await one?.goesOffline();
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
    this.lastRead = comes ? (this.lastRead ?? this.timeline.length) : null;
    if (!comes) this.threads.forgetStay();
  }

  /** The rows, one by one. */
  private badgesBy(rows: readonly Row[]): Badges | null {
    const { lastRead } = this;
    if (lastRead === null) return null;
    const unread = rows.filter(({ thread, number }) => thread === null && number > lastRead);
    const threads = this.threads.all.flatMap((thread) => this.threadBy(rows, thread) ?? []);
    return {
      unread: unread.length,
      mentions: this.isDirect
        ? unread.length
        : unread.filter(({ body }) => this.bodies(NAMING_ADA).includes(body)).length,
      isClosed: this.sinceClosed?.every((author) => this.blocked.has(author)) ?? false,
      threads: threads.filter(({ unreadCount }) => unreadCount > 0).length,
      threadMentions: threads.reduce((sum, { unreadMentionCount }) => sum + unreadMentionCount, 0),
    };
  }

  private threadBy(rows: readonly Row[], { id, follows: said, lastRead }: ReadThread) {
    if (this.lastRead === null) return null;
    const isFollowed = said === true;
    const unread = rows.filter(({ thread, number }) => isFollowed && thread === id && number > (lastRead ?? 0));
    const naming = unread.filter(({ body }) => this.bodies(NAMING_ADA_ALONE).includes(body));
    return {
      follows: isFollowed,
      lastReadNumber: lastRead ?? 0,
      unreadCount: unread.length,
      unreadMentionCount: naming.length,
    };
  }

  private bodies(words: readonly Words[]): string[] {
    return words.map((one) => this.body(one));
  }
}

interface Row {
  readonly thread: string | null;
  readonly number: number;
  readonly author: string;
  readonly body: string;
  readonly deletedAt: number | null;
}

interface Badges {
  readonly unread: number;
  readonly mentions: number;
  readonly threads: number;
  readonly threadMentions: number;
  readonly isClosed: boolean;
}

const ROWS = sql(
  'select thread_id as thread, number, author_id as author, body, deleted_at as "deletedAt" from message where room_id = ?',
);
const AUTHOR = sql('select author_id as author from message where id = ?');
const POLL = { timeout: 20_000, interval: 5 };

function badgesIn(state: RoomState | null): Badges | null {
  return (
    state && {
      unread: state.unreadCount,
      mentions: state.unreadMentionCount,
      threads: state.unreadThreadCount,
      threadMentions: state.unreadThreadMentionCount,
      isClosed: state.isClosed,
    }
  );
}

/** All of it that one sees. */
function shownBy(state: RoomState | null) {
  return state && { ...badgesIn(state), lastRead: state.lastReadNumber, isMuted: state.isMuted };
}

function threadShownBy(known: KnownThread | undefined): string | undefined {
  if (!known) return undefined;
  const { follows, lastReadNumber, unreadCount, unreadMentionCount } = known;
  return JSON.stringify({ follows, lastReadNumber, unreadCount, unreadMentionCount });
}
