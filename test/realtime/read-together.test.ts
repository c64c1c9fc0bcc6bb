import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { DELETE, EDIT, JOIN, LEAVE, type Person, REMOVE } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';
import { BareSocket } from '../support/sockets/bare-socket.js';
import { countEncodings } from '../support/sockets/encodings.js';
import { Socket } from '../support/sockets/socket.js';

const server = await aServer();
const { ada, ben, cleo, otto } = await aCast(server);

const PAGE = `query ($id: ID!) { room(id: $id) { messages(last: 50) { nodes { id body author { username } } pageInfo { endCursor } } } }`;
const MINE = `query ($id: ID!) { room(id: $id) { messages(last: 50) { nodes { body room { viewerMembership { user { id } } } } } } }`;

interface Read {
  readonly room: {
    readonly messages: {
      readonly nodes: readonly {
        readonly body: string;
        readonly room?: { readonly viewerMembership: { readonly user: { readonly id: string } } };
      }[];
    } | null;
  } | null;
}

describe('a page of a room that many ask for at the same moment', () => {
  it('is read and put into bytes once for all its members', async () => {
    const room = await aRoom(ada, [ben, cleo]);
    await ada.says('Something to read', room);
    await using crowd = await sockets([ada, ben, cleo, ada, ben, cleo]);
    using encodings = countEncodings(
      (value) => nodesIn(value)?.some(({ body }) => body === 'Something to read') ?? false,
    );
    const statements = await statementsDuring(server, async () => {
      for (const { data } of await crowd.read(PAGE, room)) expect(bodiesIn(data)).toEqual(['Something to read']);
    });
    expect(statements.filter((sql) => /\bfrom message\b/.test(sql.replaceAll(/["`]/g, '')))).toHaveLength(1);
    expect(encodings.count()).toBe(1);
  });

  it('is nothing to an outsider who asks with them, and a private room is not there', async () => {
    for (const visibility of ['PUBLIC', 'PRIVATE'] as const) {
      const room = await aRoom(ada, [ben], visibility);
      await ada.says('For members', room);
      await using crowd = await sockets([ada, otto, ben, otto]);
      const answers = await crowd.read(PAGE, room);
      expect(answers.map(({ data }) => bodiesIn(data))).toEqual([['For members'], null, ['For members'], null]);
      expect(answers[1]?.data?.room).toEqual(visibility === 'PUBLIC' ? { messages: null } : null);
    }
  });

  it('is nothing to whoever was removed, or left, a moment before', async () => {
    const room = await aRoom(ada, [ben, cleo]);
    await ada.says('For members', room);
    await using crowd = await sockets([ada, ben, cleo]);
    await crowd.read(PAGE, room);
    await ada.asks(REMOVE, { id: room.id, user: ben.id });
    await cleo.asks(LEAVE, { id: room.id });
    const answers = await crowd.read(PAGE, room);
    expect(answers.map(({ data }) => bodiesIn(data))).toEqual([['For members'], null, null]);
  });

  it('shows each what was acknowledged before they asked: sent, edited, deleted, joined', async () => {
    const room = await aRoom(ada, [ben]);
    await using crowd = await sockets([ada, ben]);
    const shown = async () => (await crowd.read(PAGE, room)).map(({ data }) => bodiesIn(data));
    const both = (bodies: string[]) => [bodies, bodies];
    for (let round = 0; round < 5; round += 1) {
      const reading = shown();
      const { id } = await ada.says('As it was', room);
      await reading;
      expect((await shown())[0]?.at(-1)).toBe('As it was');
      await ada.asks(EDIT, { id, body: 'As it is' });
      expect((await shown()).map((bodies) => bodies?.at(-1))).toEqual(['As it is', 'As it is']);
      await ada.asks(DELETE, { id });
      expect(await shown()).toEqual(both(Array<string>(round + 1).fill('')));
    }
    await using outside = await sockets([cleo]);
    expect((await outside.read(PAGE, room)).map(({ data }) => bodiesIn(data))).toEqual([null]);
    await cleo.asks(JOIN, { id: room.id });
    expect((await outside.read(PAGE, room)).map(({ data }) => bodiesIn(data)?.length)).toEqual([5]);
  });

  it('shows each their own membership where that is asked with it', async () => {
    const room = await aRoom(ada, [ben]);
    await ada.says('Whose?', room);
    await using crowd = await sockets([ada, ben, ada]);
    const owners = (await crowd.read(MINE, room)).map(
      ({ data }) => data?.room?.messages?.nodes[0]?.room?.viewerMembership.user.id,
    );
    expect(owners).toEqual([ada.id, ben.id, ada.id]);
  });

  it('is the same over HTTP, and tells what it costs', async () => {
    const room = await aRoom(ada, [ben]);
    await ada.says('Both ways', room);
    await using crowd = await sockets([ada, ben]);
    const [first, second] = await crowd.read(PAGE, room);
    expect(first?.data).toEqual(await ben.asks(PAGE, { id: room.id }));
    expect(first).toEqual(second);
    expect(first).toHaveProperty('extensions.cost.requested');
  });

  it('does not come to whoever gave it up', async () => {
    const room = await aRoom(ada);
    await ada.says('Too late', room);
    using socket = await BareSocket.acknowledged(server.url, ada.bearer);
    const asks = (id: string): void => {
      socket.says({ type: 'subscribe', id, payload: { query: PAGE, variables: { id: room.id } } });
    };
    const said = async (): Promise<unknown> => {
      const { type, id } = JSON.parse((await socket.next()).payload.toString()) as { type: string; id: string };
      return [type, id];
    };
    asks('before');
    expect([await said(), await said()]).toEqual([
      ['next', 'before'],
      ['complete', 'before'],
    ]);
    socket.atOnce(() => {
      asks('given up');
      socket.says({ type: 'complete', id: 'given up' });
      asks('after');
    });
    expect([await said(), await said()]).toEqual([
      ['next', 'after'],
      ['complete', 'after'],
    ]);
  });
});

/** A socket for each of these, who ask for something at the same moment. */
async function sockets(people: readonly Person[]) {
  const open = await Promise.all(people.map((person) => Socket.open(server.url, person.accessToken)));
  return {
    read: async (query: string, { id }: { id: string }) => {
      const operations = open.map((socket) => socket.subscribes<Read>(query, { id }));
      const answers = await Promise.all(operations.map((operation) => operation.answer()));
      for (const operation of operations) await operation.completes();
      return answers;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) await socket.close();
    },
  };
}

function bodiesIn(data: Read | null): string[] | null {
  return data?.room?.messages?.nodes.map(({ body }) => body) ?? null;
}

/** Of a page, or of an answer with one in it. */
function nodesIn(value: unknown): readonly { readonly body?: unknown }[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('nodes' in value && Array.isArray(value.nodes)) return value.nodes as { body?: unknown }[];
  for (const inner of Object.values(value)) {
    const found = nodesIn(inner);
    if (found) return found;
  }
  return undefined;
}
