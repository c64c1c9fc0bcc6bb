import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { happenings, kindsOfHappenings } from '../support/feeds/happenings.js';
import { ADD_REACTION, Person, REMOVE_REACTION } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';
import { EMOJI } from '../support/people/emoji.js';

const server = await aServer();

const REACTIONS = `query ($id: ID!, $last: Int) { room(id: $id) { messages(last: $last) { nodes {
  id reactions { emoji count users(first: 3) { totalCount nodes { username } } } viewerState { reactions }
} } } }`;
const PEOPLE = `query ($id: ID!, $first: Int, $after: Cursor) { room(id: $id) { messages(last: 1) { nodes {
  reactions { emoji users(first: $first, after: $after) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } }
} } } }`;

interface Reacted {
  readonly id: string;
  readonly reactions: readonly {
    readonly emoji: string;
    readonly count: number;
    readonly users: { readonly totalCount: number; readonly nodes: readonly { readonly username: string }[] };
  }[];
  readonly viewerState: { readonly reactions: readonly string[] } | null;
}

describe('reacting to a message', () => {
  it('is counted, with the names of those who did, in the order in which each emoji was first used', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const message = await ada.says('Tea?', room);
    await cleo.reacts('❤️', message);
    await ben.reacts('👍', message);
    await ada.reacts('👍', message);
    const [seen] = await reactionsIn(room, ben);
    expect(seen).toMatchObject({
      reactions: [
        { emoji: '❤️', count: 1, users: { totalCount: 1, nodes: [{ username: cleo.username }] } },
        { emoji: '👍', count: 2, users: { nodes: [{ username: ben.username }, { username: ada.username }] } },
      ],
      viewerState: { reactions: ['👍'] },
    });
    expect((await reactionsIn(room, cleo))[0]?.viewerState).toEqual({ reactions: ['❤️'] });
  });

  it('twice is once, also fifty times at once: no error, and one event', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Tea?', room);
    await Promise.all(Array.from({ length: 50 }, () => ben.reacts('👍', message)));
    await ben.reacts('👍', message);
    expect(await briefly(room, ada)).toEqual(['👍 1']);
    expect((await kindsOfHappenings(ada, room)).filter((kind) => kind === 'ReactionAdded')).toHaveLength(1);
  });

  it('with the same emoji from another keyboard is the same reaction', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Tea?', room);
    await ada.reacts('❤️', message);
    await ben.reacts('❤', message);
    expect(await briefly(room, ada)).toEqual(['❤️ 2']);
    await ada.takesBack('❤', message);
    expect(await briefly(room, ada)).toEqual(['❤️ 1']);
  });

  it('with another skin tone is another one', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says('Tea?', room);
    for (const emoji of ['👍', '👍🏿']) await ada.reacts(emoji, message);
    expect(await briefly(room, ada)).toEqual(['👍 1', '👍🏿 1']);
  });

  it('says in its event who did and with what', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Tea?', room);
    await ben.reacts('👍', message);
    await ben.takesBack('👍', message);
    const said = { actor: { id: ben.id }, emoji: '👍', message: { id: message.id } };
    expect((await happenings(ada, room)).slice(-2)).toMatchObject([
      { __typename: 'ReactionAdded', ...said },
      { __typename: 'ReactionRemoved', ...said },
    ]);
  });

  it('is possible with twenty different emoji, and with one of those for everybody', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Tea?', room);
    for (const emoji of EMOJI.slice(0, 20)) await ada.reacts(emoji, message);
    const refusal = await ben.isRefused('CONFLICT', ADD_REACTION, { id: message.id, emoji: EMOJI[20] });
    expect(refusal.extensions.field).toBe('emoji');
    await ben.reacts(EMOJI[19] ?? '', message);
    await ada.reacts(EMOJI[0] ?? '', message);
    expect(await briefly(room, ada)).toEqual([
      ...EMOJI.slice(0, 19).map((emoji) => `${emoji} 1`),
      `${EMOJI[19] ?? ''} 2`,
    ]);
    await ada.takesBack(EMOJI[0] ?? '', message);
    await ben.reacts(EMOJI[20] ?? '', message);
    expect((await briefly(room, ada)).at(-1)).toBe(`${EMOJI[20] ?? ''} 1`);
  });

  it.each([
    ['a word', 'yes'],
    ['nothing', ''],
    ['two emoji', '👍👍'],
    ['a NUL', '\0'],
  ])('is not possible with %s', async (_, emoji) => {
    const { ada } = await aCast(server);
    const message = await ada.says('Tea?', await aRoom(ada));
    for (const change of [ADD_REACTION, REMOVE_REACTION]) {
      const refusal = await ada.isRefused('BAD_USER_INPUT', change, { id: message.id, emoji });
      expect(refusal.extensions.field).toBe('emoji');
    }
  });
});

describe('taking a reaction back', () => {
  it('takes one’s own alone, tells once, and leaves the others where they stand', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Tea?', room);
    await ada.reacts('👍', message);
    await ada.reacts('❤️', message);
    await ben.reacts('👍', message);
    await ada.takesBack('👍', message);
    await ada.takesBack('👍', message);
    expect(await briefly(room, ada)).toEqual(['👍 1', '❤️ 1']);
    expect((await kindsOfHappenings(ada, room)).filter((kind) => kind === 'ReactionRemoved')).toHaveLength(1);
  });

  it('of the last one takes the emoji away, which comes to the end when it comes again', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says('Tea?', room);
    for (const emoji of ['👍', '❤️']) await ada.reacts(emoji, message);
    await ada.takesBack('👍', message);
    expect(await briefly(room, ada)).toEqual(['❤️ 1']);
    await ada.reacts('👍', message);
    expect(await briefly(room, ada)).toEqual(['❤️ 1', '👍 1']);
  });
});

describe('who may react', () => {
  it('is everybody in the room, a guest as well', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [guest]);
    const message = await ada.says('Tea?', room);
    await guest.reacts('👍', message);
    expect(await briefly(room, ada)).toEqual(['👍 1']);
    await guest.takesBack('👍', message);
    expect(await briefly(room, ada)).toEqual([]);
  });

  it('is nobody outside of it: to an outsider and to one who has left the message does not exist', async () => {
    const { ada, ben, otto } = await aCast(server);
    for (const visibility of ['PUBLIC', 'PRIVATE'] as const) {
      const room = await aRoom(ada, [ben], visibility);
      const message = await ada.says('Tea?', room);
      await ben.reacts('👍', message);
      await ben.leaves(room);
      for (const outsider of [otto, ben]) {
        for (const change of [ADD_REACTION, REMOVE_REACTION]) {
          const seen = await outsider.isRefused('NOT_FOUND', change, { id: message.id, emoji: '👍' });
          expect(await outsider.isRefused('NOT_FOUND', change, { id: 'no id', emoji: '👍' })).toEqual(seen);
        }
      }
      expect(await briefly(room, ada)).toEqual(['👍 1']);
    }
  });

  it('is nobody where the message was deleted, which takes its reactions away', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Tea?', room);
    await ben.reacts('👍', message);
    await ada.deletes(message);
    expect(await reactionsIn(room, ben)).toMatchObject([{ reactions: [], viewerState: { reactions: [] } }]);
    await ben.isRefused('FORBIDDEN', ADD_REACTION, { id: message.id, emoji: '👍' });
    await ben.takesBack('👍', message);
    expect((await kindsOfHappenings(ada, room)).at(-1)).toBe('MessageDeleted');
  });
});

describe('those who reacted', () => {
  it('come in pages, each once, in the order in which they did', async () => {
    const cast = await aCast(server);
    const people = [cast.ada, cast.ben, cast.cleo, cast.otto];
    const room = await aRoom(cast.ada, people.slice(1));
    const message = await cast.ada.says('Tea?', room);
    for (const person of people) {
      await person.reacts('👍', message);
      await cast.ada.reacts(EMOJI[people.indexOf(person)] ?? '', message);
    }
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await peopleIn(room, cast.ben, { first: 3, after });
      expect(page).toMatchObject({ totalCount: 4, pageInfo: { hasPreviousPage: after !== null } });
      ids.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toEqual(people.map(({ id }) => id));
  });

  it('have cursors of their own, and pages of 1 to 100', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says('Tea?', room);
    await ada.reacts('👍', message);
    await ada.isRefused('BAD_CURSOR', PEOPLE, { id: room.id, first: 1, after: room.eventCursor });
    for (const first of [0, 101]) await ada.isRefused('BAD_USER_INPUT', PEOPLE, { id: room.id, first });
    const { edges } = await peopleIn(room, ada, { first: 1, after: null });
    await ada.reacts('👍', await ada.says('Coffee?', room));
    await ada.isRefused('BAD_CURSOR', PEOPLE, { id: room.id, first: 1, after: edges[0]?.cursor });
  });
});

it('a page of fifty messages with reactions costs as many statements as one of two', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const people = [ada, ben, cleo];
  const room = await aRoom(ada, [ben, cleo]);
  for (let n = 0; n < 50; n += 1) {
    const message = await ada.says(`Message ${String(n)}`, room);
    for (const person of people.slice(n % 3)) await person.reacts(EMOJI[n % 7] ?? '', message);
  }
  const page = (last: number) => statementsDuring(server, () => ada.asks(REACTIONS, { id: room.id, last }));
  await page(3);
  const short = await page(2);
  const long = await page(50);
  expect(long).toHaveLength(short.length);
  expect(long.filter((sql) => sql.includes('from reaction'))).toHaveLength(3);
});

async function reactionsIn({ id }: { id: string }, reader: Person): Promise<readonly Reacted[]> {
  const { room } = await reader.asks<{ room: { messages: { nodes: Reacted[] } } }>(REACTIONS, { id, last: 1 });
  return room.messages.nodes;
}

/** "👍 2", "❤️ 1": of the newest message. */
async function briefly(room: { id: string }, reader: Person): Promise<string[]> {
  const [newest] = await reactionsIn(room, reader);
  return (newest?.reactions ?? []).map(({ emoji, count }) => `${emoji} ${String(count)}`);
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
}

/** Those who reacted with the emoji that came first to the newest message. */
async function peopleIn(
  { id }: { id: string },
  reader: Person,
  args: { first: number; after: string | null },
): Promise<Page> {
  interface Answer {
    readonly room: {
      readonly messages: { readonly nodes: readonly { readonly reactions: readonly { users: Page }[] }[] };
    };
  }
  const { room } = await reader.asks<Answer>(PEOPLE, { id, ...args });
  const users = room.messages.nodes[0]?.reactions[0]?.users;
  if (!users) throw new Error('Nobody reacted.');
  return users;
}
