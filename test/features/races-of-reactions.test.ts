import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { EMOJI } from '../support/people/emoji.js';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { ADD_REACTION, DELETE, type Person, REMOVE_REACTION } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { exchange } from '../support/requests/exchange.js';
import { oneAfterTheOther } from '../support/servers/interleaving.js';
import { aServer } from '../support/servers/server.js';

// As in races.test.ts: a first request waits for its locks while a second one is done from its beginning to its end.

const server = await aServer();

describe('a reaction that waits', () => {
  it('is not added where the message is deleted meanwhile, and leaves nothing behind', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Tea?', room);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ben, ADD_REACTION, { id: message.id, emoji: '👍' }),
      () => ada.deletes(message),
    );
    expect(first).toBe('FORBIDDEN');
    expect(await reactionsOf(ada, room)).toEqual([]);
    expect((await kindsOfHappenings(ada, room)).at(-1)).toBe('MessageDeleted');
  });

  it('is taken away where it is added while the deletion of its message waits', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Tea?', room);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ada, DELETE, { id: message.id }),
      () => ben.reacts('👍', message),
    );
    expect(first).toBe('done');
    expect(await reactionsOf(ada, room)).toEqual([]);
  });

  it('with a twenty-first emoji is refused, where somebody else’s was the twentieth', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Tea?', room);
    for (const emoji of EMOJI.slice(0, 19)) await ada.reacts(emoji, message);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ben, ADD_REACTION, { id: message.id, emoji: EMOJI[20] }),
      () => ada.reacts(EMOJI[19] ?? '', message),
    );
    expect(first).toBe('CONFLICT');
    expect(await reactionsOf(ada, room)).toEqual(EMOJI.slice(0, 20));
  });

  it('is one and told once, where it was sent twice', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Tea?', room);
    const add = () => outcome(ben, ADD_REACTION, { id: message.id, emoji: '👍' });
    expect((await oneAfterTheOther(server, add, add)).first).toBe('done');
    const remove = () => outcome(ben, REMOVE_REACTION, { id: message.id, emoji: '👍' });
    expect((await oneAfterTheOther(server, remove, remove)).first).toBe('done');
    expect((await kindsOfHappenings(ada, room)).slice(-2)).toEqual(['ReactionAdded', 'ReactionRemoved']);
    expect((await kindsOfHappenings(ada, room)).filter((kind) => kind.startsWith('Reaction'))).toHaveLength(2);
  });

  it.each([ADD_REACTION, REMOVE_REACTION])('changes nothing for one who is removed meanwhile', async (change) => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    const message = await ada.says('Tea?', room);
    await ben.reacts('❤️', message);
    const emoji = change === ADD_REACTION ? '👍' : '❤️';
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ben, change, { id: message.id, emoji }),
      () => ada.removes(ben, room),
    );
    expect(first).toBe('NOT_FOUND');
    expect(await reactionsOf(ada, room)).toEqual(['❤️']);
  });
});

/** What came of a request: its refusal's code, or that it was done. */
async function outcome(person: Person, query: string, variables: Record<string, unknown>): Promise<string> {
  const { answer } = await exchange(server.url, query, variables, person.bearer);
  return answer.errors?.[0]?.extensions.code ?? 'done';
}

async function reactionsOf(reader: Person, { id }: { id: string }): Promise<string[]> {
  const { room } = await reader.asks<{ room: { messages: { nodes: { reactions: { emoji: string }[] }[] } } }>(
    'query ($id: ID!) { room(id: $id) { messages(last: 1) { nodes { reactions { emoji } } } } }',
    { id },
  );
  return room.messages.nodes.flatMap(({ reactions }) => reactions.map(({ emoji }) => emoji));
}
