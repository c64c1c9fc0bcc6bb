import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Reactors } from '#server/reactors/index.js';
import { foldForSearch } from '#server/rules/index.js';
import { rounds } from '../support/chance/rounds.js';
import { aCast, type Cast } from '../support/people/cast.js';
import type { Person, RoomAnswer } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { searches } from '../support/people/searching.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

type Who = keyof Cast;
type Where = 'open' | 'closed' | 'other';

/** What the test knows of a message: enough to look through all of them, one by one. */
interface Said {
  readonly id: string;
  readonly where: Where;
  readonly author: Who;
  readonly isInThread: boolean;
  body: string;
  isPinned: boolean;
  isDeleted: boolean;
}

const WHO: readonly Who[] = ['ada', 'ben', 'cleo', 'otto'];
const WHERE: readonly Where[] = ['open', 'closed', 'other'];
const who = fc.constantFrom(...WHO);
const where = fc.constantFrom(...WHERE);
const words = fc.array(fc.constantFrom('tea', 'Teapot', 'steam', '北京', '京', 'café', 'ab', 'a', 'https://x.org'), {
  minLength: 1,
  maxLength: 4,
});
const body = words.map((all) => all.join(' '));
const which = fc.nat({ max: 30 });

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('say' as const), who, where, body, inThread: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('edit' as const), which, body }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom('delete' as const, 'pin' as const, 'unpin' as const), which }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('enter' as const, 'leave' as const), who, where }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('wait until it is indexed' as const) }) },
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

const query = fc
  .array(
    fc.constantFrom(
      'tea',
      'ea',
      'te',
      't',
      'pot',
      '京',
      '北京',
      'cafe',
      '-tea',
      '-京',
      'is:pinned',
      '-is:pinned',
      'is:thread',
      '-is:thread',
      'has:link',
      '-has:link',
      '"tea a"',
      'from:ada',
      '-from:ben',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((pieces) => pieces.join(' '));

it('finds what somebody who may read all of it would find by reading it, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { minLength: 5, maxLength: 25 }),
      fc.array(query, { minLength: 3, maxLength: 6 }),
      async (actions, queries) => {
        const house = await House.opens();
        for (const one of actions) await house.takes(one);
        for (const one of queries) for (const name of WHO) await house.compares(name, one);
      },
    ),
    { numRuns: rounds({ quick: 10, thorough: 100 }) },
  );
});

class House {
  private readonly said: Said[] = [];
  private readonly inside = new Map<Where, Set<Who>>([
    ['open', new Set<Who>(['ada', 'ben'])],
    ['closed', new Set<Who>(['ada', 'cleo'])],
    ['other', new Set<Who>(['ada'])],
  ]);

  private constructor(
    private readonly cast: Cast,
    private readonly rooms: Readonly<Record<Where, RoomAnswer>>,
  ) {}

  static async opens(): Promise<House> {
    const cast = await aCast(server);
    const open = await aRoom(cast.ada, [cast.ben]);
    const closed = await aRoom(cast.ada, [cast.cleo], 'PRIVATE');
    const other = await aRoom(cast.ada, [], 'PRIVATE');
    return new House(cast, { open, closed, other });
  }

  async takes(action: Action): Promise<void> {
    if (action.does === 'say') await this.say(action);
    else if ('where' in action) await this.move(action);
    else if (action.does === 'wait until it is indexed') await indexed();
    else await this.change(action);
  }

  async compares(name: Who, typed: string): Promise<void> {
    const named = typed.replace(/from:(\w+)/g, (_, person: Who) => `from:${this.cast[person].username}`);
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page = await searches(this.cast[name], named, { first: 4, after });
      found.push(...page.nodes.map(({ message }) => message.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    const wanted = this.said.filter((one) => this.mayRead(name, one) && isFound(typed, one)).toReversed();
    expect({ name, typed, found }).toEqual({ name, typed, found: wanted.map(({ id }) => id) });
  }

  private async say({
    who: name,
    where: place,
    body: text,
    inThread,
  }: Extract<Action, { does: 'say' }>): Promise<void> {
    const author = this.inside.get(place)?.has(name) === true ? name : 'ada';
    const root = inThread ? this.said.find((one) => one.where === place && !one.isInThread) : undefined;
    const { id } = await this.cast[author].says(text, this.rooms[place], root ? { threadRootId: root.id } : {});
    this.said.push({
      id,
      where: place,
      author,
      isInThread: root !== undefined,
      body: text,
      isPinned: false,
      isDeleted: false,
    });
  }

  /** The owner deletes and pins; whoever wrote it edits, while they are in the room. */
  private async change(action: Extract<Action, { does: 'edit' | 'delete' | 'pin' | 'unpin' }>): Promise<void> {
    const message = this.said[action.which % Math.max(1, this.said.length)];
    if (!message || message.isDeleted) return;
    const { ada } = this.cast;
    switch (action.does) {
      case 'edit':
        if (!this.mayRead(message.author, message)) return;
        await this.cast[message.author].edits(message, action.body);
        message.body = action.body;
        return;
      case 'delete':
        await ada.deletes(message);
        message.isDeleted = true;
        return;
      case 'pin':
      case 'unpin':
        await (action.does === 'pin' ? ada.pins(message) : ada.unpins(message));
        message.isPinned = action.does === 'pin';
    }
  }

  /** Ada owns all of them, and stays. */
  private async move({
    does,
    who: name,
    where: place,
  }: {
    readonly does: 'enter' | 'leave';
    readonly who: Who;
    readonly where: Where;
  }): Promise<void> {
    const inside = this.inside.get(place);
    if (name === 'ada' || inside?.has(name) !== (does === 'leave')) return;
    const person: Person = this.cast[name];
    if (does === 'leave') await person.leaves(this.rooms[place]);
    else await this.cast.ada.adds(person, this.rooms[place]);
    if (does === 'leave') inside.delete(name);
    else inside.add(name);
  }

  private mayRead(name: Who, { where: place }: Said): boolean {
    return this.inside.get(place)?.has(name) === true;
  }
}

/** By reading it: written down once more, as plainly as it goes. */
function isFound(typed: string, message: Said): boolean {
  if (message.isDeleted) return false;
  const text = ` ${foldForSearch(message.body)} `;
  const all = [...typed.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)];
  const authors = all
    .filter(([, minus, , bare]) => minus === '' && bare?.startsWith('from:'))
    .map(([, , , bare]) => bare?.slice(5));
  if (authors.length > 0 && !authors.includes(message.author)) return false;
  return all.every(([, minus, quoted, bare = '']) => {
    if (minus === '' && bare.startsWith('from:')) return true;
    return meets(quoted ?? bare, text, message) !== (minus === '-');
  });
}

function meets(word: string, text: string, message: Said): boolean {
  if (word === 'is:pinned') return message.isPinned;
  if (word === 'is:thread') return message.isInThread;
  if (word === 'has:link') return text.includes('https://');
  if (word.startsWith('from:')) return message.author === word.slice(5);
  const isAnywhere = Array.from(word).length > 2 || /\p{Script=Han}/u.test(word);
  return isAnywhere ? text.includes(word) : new RegExp(`(?<![a-z0-9])${word}`).test(text);
}

async function indexed(): Promise<void> {
  await expect.poll(() => server.app.get(Reactors).lags()['search-index']).toBe(0);
}
