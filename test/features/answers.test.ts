import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { type Person, type RoomAnswer, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();

const ANSWERS = `query ($id: ID!, $last: Int) { room(id: $id) { messages(last: $last) { nodes {
  body replyTo { id body deletedAt author { username } replyTo { id } } } } } }`;

describe('a message that answers another one', () => {
  it('shows it as it is now: as it was said, as it was changed, and as deleted', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const question = await ada.says('Tea?', room);
    await ben.says('Yes, please', room, { replyToId: question.id });
    const said = { id: question.id, body: 'Tea?', deletedAt: null, author: { username: ada.username }, replyTo: null };
    expect(await answersIn(ada, room)).toEqual([{ body: 'Yes, please', replyTo: said }]);
    await ada.edits(question, 'Coffee?');
    expect(await answersIn(ada, room)).toMatchObject([{ replyTo: { body: 'Coffee?' } }]);
    await ada.deletes(question);
    expect(await answersIn(ada, room)).toMatchObject([
      { replyTo: { body: '', deletedAt: expect.any(String) as string } },
    ]);
  });

  it('can be answered itself, and a message that answers nothing has none', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const first = await ada.says('One', room);
    const second = await ada.says('Two', room, { replyToId: first.id });
    await ada.says('Three', room, { replyToId: second.id });
    expect(await answersIn(ada, room, 3)).toMatchObject([
      { replyTo: null },
      { replyTo: { id: first.id, replyTo: null } },
      { replyTo: { id: second.id, replyTo: { id: first.id } } },
    ]);
  });

  it('may answer one that was deleted meanwhile', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const question = await ada.says('Tea?', room);
    await ada.deletes(question);
    await ben.says('Yes, please', room, { replyToId: question.id });
    expect(await answersIn(ada, room)).toMatchObject([{ replyTo: { body: '' } }]);
  });

  it('keeps what it answers when it is edited', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const question = await ada.says('Tea?', room);
    const answer = await ada.says('Yess', room, { replyToId: question.id });
    await ada.edits(answer, 'Yes');
    expect(await answersIn(ada, room)).toMatchObject([{ body: 'Yes', replyTo: { id: question.id } }]);
  });

  it('answers one of its own room alone: what stands elsewhere is not found, whether one may see it or not', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const elsewhere = await ada.says('Elsewhere', await aRoom(ada, [ben]));
    const hidden = await otto.says('Hidden', await aRoom(otto, [], 'PRIVATE'));
    const refusals = [];
    for (const replyToId of [elsewhere.id, hidden.id, room.id, randomUUID(), 'no id', '']) {
      refusals.push(await ben.isRefused('NOT_FOUND', SEND, { input: { roomId: room.id, body: 'What?', replyToId } }));
    }
    expect(refusals[0]?.extensions.field).toBe('replyToId');
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MemberJoined']);
  });

  it('is no way to learn what there is in a room that one is not in', async () => {
    const { ada, ben, otto } = await aCast(server);
    for (const visibility of ['PUBLIC', 'PRIVATE'] as const) {
      const room = await aRoom(ada, [ben], visibility);
      const { id } = await ada.says('Tea?', room);
      await ben.leaves(room);
      const code = visibility === 'PUBLIC' ? 'FORBIDDEN' : 'NOT_FOUND';
      for (const outsider of [otto, ben]) {
        const seen = await outsider.isRefused(code, SEND, {
          input: { roomId: room.id, body: 'Me too', replyToId: id },
        });
        const input = { roomId: room.id, body: 'Me too', replyToId: randomUUID() };
        expect(await outsider.isRefused(code, SEND, { input })).toEqual(seen);
      }
    }
  });

  it('is the same when it is sent again, and another one where it answers another message', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const [first, second] = [await ada.says('One', room), await ada.says('Two', room)];
    const nonce = randomUUID();
    const sent = await ada.says('Yes', room, { nonce, replyToId: first.id });
    expect(await ada.says('Yes', room, { nonce, replyToId: first.id })).toEqual(sent);
    for (const replyToId of [second.id, null]) {
      const input = { roomId: room.id, body: 'Yes', nonce, replyToId };
      expect((await ada.isRefused('CONFLICT', SEND, { input })).extensions.field).toBe('nonce');
    }
    expect((await answersIn(ada, room, 10)).length).toBe(3);
  });
});

it('a page of fifty answers costs as many statements as one of two', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const questions = [];
  for (let n = 0; n < 50; n += 1) questions.push(await ada.says(`Question ${String(n)}`, room));
  for (const { id: replyToId } of questions) await ben.says('Yes', room, { replyToId });
  const page = (last: number) => statementsDuring(server, () => ada.asks(ANSWERS, { id: room.id, last }));
  await page(3);
  const short = await page(2);
  expect(await page(50)).toHaveLength(short.length);
});

async function answersIn(reader: Person, { id }: RoomAnswer, last = 1): Promise<unknown[]> {
  return (await reader.asks<{ room: { messages: { nodes: unknown[] } } }>(ANSWERS, { id, last })).room.messages.nodes;
}
