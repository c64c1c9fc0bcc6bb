import { describe, expect, it } from 'vitest';
import { aBotIn, BOT_SCOPES, disablesBot, comesWith, makesBot, makesToken } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import { archives } from '../support/people/looking-after.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { adds, BEGIN, begins, grown, STREAM } from '../support/people/streaming.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

async function aTalk() {
  const { ada, ben, otto } = await aCast(server);
  const room = await aRoom(ada, [ben], 'PRIVATE');
  return { ada, ben, otto, room, bot: await aBotIn(ada, room) };
}

function refused(
  who: Person,
  code: string,
  { id }: { id: string },
  piece: { offset: number; text: string; isDone?: boolean },
) {
  return who.isRefused(code, STREAM, { input: { messageId: id, ...piece } });
}

describe('a message that grows', () => {
  it('begins empty, is on the disk once a second, and is whole when it is done, without being edited', async () => {
    const { ben, bot, room } = await aTalk();
    const message = await begins(bot, room);
    expect(await grown(ben, message)).toEqual({ body: '', editedAt: null, isStreaming: true, isBrokenOff: false });
    expect(await adds(bot, message, 'Once upon ')).toBe(10);
    await expect.poll(async () => (await grown(ben, message)).body).toBe('Once upon ');
    expect(await adds(bot, message, 'a time 🌙', { offset: 10, isDone: true })).toBe(19);
    expect(await grown(ben, message)).toEqual({
      body: 'Once upon a time 🌙',
      editedAt: null,
      isStreaming: false,
      isBrokenOff: false,
    });
  });

  it('takes a piece that is sent again as done, also after the end', async () => {
    const { bot, room } = await aTalk();
    const message = await begins(bot, room, { body: 'One ' });
    for (let count = 1; count <= 2; count += 1) expect(await adds(bot, message, 'two ', { offset: 4 })).toBe(8);
    expect(await adds(bot, message, 'One two three', { offset: 0 })).toBe(13);
    for (let count = 1; count <= 2; count += 1)
      expect(await adds(bot, message, 'three', { offset: 8, isDone: true })).toBe(13);
    expect(await refused(bot, 'CONFLICT', message, { offset: 13, text: ' four' })).toMatchObject({
      extensions: { length: 13 },
    });
  });

  it('refuses a piece that leaves something out or contradicts, and says how long the text is', async () => {
    const { bot, room } = await aTalk();
    const message = await begins(bot, room, { body: 'Hello' });
    for (const piece of [
      { offset: 6, text: 'x' },
      { offset: 0, text: 'Help' },
    ])
      expect(await refused(bot, 'CONFLICT', message, piece)).toMatchObject({ extensions: { length: 5 } });
    await refused(bot, 'BAD_USER_INPUT', message, { offset: -1, text: 'x' });
    await refused(bot, 'BAD_USER_INPUT', message, { offset: 5, text: '\ud83c' });
    expect(await adds(bot, message, '!', { offset: 5 })).toBe(6);
  });

  it('has 8,000 characters at most, however many pieces they come in', async () => {
    const { ben, bot, room } = await aTalk();
    const message = await begins(bot, room);
    for (let sent = 0; sent < 8000; sent += 1000) await adds(bot, message, '🌙'.repeat(1000), { offset: 2 * sent });
    await refused(bot, 'BAD_USER_INPUT', message, { offset: 16_000, text: '!' });
    await adds(bot, message, '', { offset: 16_000, isDone: true });
    expect(Array.from((await grown(ben, message)).body)).toHaveLength(8000);
  });

  it('is nothing that is done with nothing to see in it', async () => {
    const { bot, room } = await aTalk();
    const message = await begins(bot, room);
    await refused(bot, 'BAD_USER_INPUT', message, { offset: 0, text: ' ', isDone: true });
    await adds(bot, message, ' something', { isDone: true });
  });

  it('is sent once with a nonce, and is another message than one that does not grow', async () => {
    const { bot, room } = await aTalk();
    const first = await begins(bot, room, { nonce: 'growing' });
    expect((await begins(bot, room, { nonce: 'growing' })).id).toBe(first.id);
    const input = { roomId: room.id, body: '', nonce: 'growing', isStreaming: false };
    await bot.isRefused('BAD_USER_INPUT', BEGIN, { input });
    await bot.isRefused('CONFLICT', BEGIN, { input: { ...input, body: 'x' } });
  });

  it('grows in a thread as well', async () => {
    const { ada, ben, bot, room } = await aTalk();
    const { id: threadRootId } = await ada.says('Tell me', room);
    const message = await begins(bot, room, { threadRootId });
    await adds(bot, message, 'In a thread', { isDone: true });
    expect(await grown(ben, message)).toMatchObject({ body: 'In a thread', isStreaming: false });
  });
});

describe('who may write piece by piece', () => {
  it('are bots, and no person', async () => {
    const { ada, bot, room } = await aTalk();
    await ada.isRefused('FORBIDDEN', BEGIN, { input: { roomId: room.id, body: 'I', isStreaming: true } });
    await refused(ada, 'FORBIDDEN', await begins(bot, room), { offset: 0, text: 'x' });
  });

  it('is the bot whose message it is, and to whom is outside it does not exist', async () => {
    const { ada, otto, bot, room } = await aTalk();
    const message = await begins(bot, room);
    await refused(await aBotIn(ada, room), 'FORBIDDEN', message, { offset: 0, text: 'x' });
    const outside = await makesBot(otto);
    const other = comesWith(server, outside, await makesToken(otto, outside));
    for (const id of [message.id, 'nothing']) await refused(other, 'NOT_FOUND', { id }, { offset: 0, text: 'x' });
    await adds(bot, message, 'Mine', { isDone: true });
    await refused(other, 'NOT_FOUND', message, { offset: 0, text: 'Mine' });
  });

  it('is nobody where the message does not grow', async () => {
    const { bot, room } = await aTalk();
    await refused(bot, 'FORBIDDEN', await bot.says('All of it', room), { offset: 9, text: '!' });
  });

  it('is nobody where nobody may write any more', async () => {
    const { ada, bot, room } = await aTalk();
    const message = await begins(bot, room);
    await archives(ada, room);
    await refused(bot, 'FORBIDDEN', message, { offset: 0, text: 'x' });
  });

  it('needs a token for that room, with MESSAGES_WRITE', async () => {
    const { ada } = await aCast(server);
    const [room, elsewhere] = [await aRoom(ada), await aRoom(ada)];
    const made = await makesBot(ada);
    for (const { id } of [room, elsewhere]) await ada.adds({ id: made.user.id }, { id });
    const message = await begins(comesWith(server, made, await makesToken(ada, made)), room);
    const limited = comesWith(server, made, await makesToken(ada, made, { roomIds: [elsewhere.id] }));
    await refused(limited, 'NOT_FOUND', message, { offset: 0, text: 'x' });
    const scopes = BOT_SCOPES.filter((scope) => scope !== 'MESSAGES_WRITE');
    await refused(comesWith(server, made, await makesToken(ada, made, { scopes })), 'FORBIDDEN', message, {
      offset: 0,
      text: 'x',
    });
  });
});

describe('a message that its bot stops writing', () => {
  const BROKEN_OFF = { body: 'So far', editedAt: null, isStreaming: false, isBrokenOff: true };

  it('is broken off after half a minute without a piece, and takes none any more', async () => {
    const { ben, bot, room } = await aTalk();
    const message = await begins(bot, room);
    await adds(bot, message, 'So far');
    server.clock.advance({ seconds: 31 });
    await expect.poll(() => grown(ben, message)).toEqual(BROKEN_OFF);
    expect(await refused(bot, 'CONFLICT', message, { offset: 6, text: ' and on' })).toMatchObject({
      extensions: { length: 6 },
    });
  });

  it('goes on while pieces come, empty ones too', async () => {
    const { ben, bot, room } = await aTalk();
    const message = await begins(bot, room);
    for (let count = 1; count <= 3; count += 1) {
      server.clock.advance({ seconds: 20 });
      await adds(bot, message, '');
    }
    await adds(bot, message, 'Still here', { isDone: true });
    expect(await grown(ben, message)).toMatchObject({ body: 'Still here', isBrokenOff: false });
  });

  it('is broken off once the bot is disabled, or removed from the room', async () => {
    const { ada, ben, room } = await aTalk();
    const made = await makesBot(ada);
    await ada.adds({ id: made.user.id }, room);
    const disabled = comesWith(server, made, await makesToken(ada, made));
    const removed = await aBotIn(ada, room);
    const messages = [await begins(disabled, room), await begins(removed, room)] as const;
    await adds(disabled, messages[0], 'So far');
    await adds(removed, messages[1], 'So far');
    await disablesBot(ada, made);
    await ada.removes(removed, room);
    for (const message of messages) await expect.poll(() => grown(ben, message)).toEqual(BROKEN_OFF);
  });

  it('is broken off when the server comes up again', async () => {
    const { ben, bot, room } = await aTalk();
    const message = await begins(bot, room);
    await adds(bot, message, 'So far');
    await server.restart();
    expect(await grown(ben, message)).toEqual(BROKEN_OFF);
  });

  it('can be edited by its bot, which takes the mark away, but not while it grows', async () => {
    const { ben, bot, room } = await aTalk();
    const message = await begins(bot, room);
    const EDIT = 'mutation ($id: ID!) { editMessage(input: { messageId: $id, body: "x" }) { message { id } } }';
    await bot.isRefused('CONFLICT', EDIT, { id: message.id });
    server.clock.advance({ seconds: 31 });
    await expect.poll(async () => (await grown(ben, message)).isBrokenOff).toBe(true);
    await bot.edits(message, 'All of it');
    expect(await grown(ben, message)).toMatchObject({ body: 'All of it', isBrokenOff: false });
  });
});

it('a message that is deleted while it grows takes nothing more', async () => {
  const { ada, ben, bot, room } = await aTalk();
  const messages = [await begins(bot, room), await begins(bot, room)] as const;
  for (const message of messages) await adds(bot, message, 'Nobody should have said this');
  await bot.deletes(messages[0]);
  await ada.deletes(messages[1]);
  for (const message of messages) {
    await refused(bot, 'FORBIDDEN', message, { offset: 28, text: '!' });
    expect(await grown(ben, message)).toMatchObject({ body: '', isStreaming: false, isBrokenOff: false });
  }
});

it('whom a message names, and what it is found by, counts once it is done', async () => {
  const { ada, ben, bot, room } = await aTalk();
  const message = await begins(bot, room);
  await adds(bot, message, `Pterodactyls, @${ben.username}`);
  await expect.poll(async () => (await grown(ben, message)).body).not.toBe('');
  const found = async () =>
    (await ada.asks<{ search: { nodes: unknown[] } }>('{ search(query: "pterodactyls") { nodes { message { id } } } }'))
      .search.nodes;
  const mentions = async () =>
    (
      await ben.asks<{ room: { viewerState: { unreadMentionCount: number } } }>(
        'query ($id: ID!) { room(id: $id) { viewerState { unreadMentionCount } } }',
        { id: room.id },
      )
    ).room.viewerState.unreadMentionCount;
  expect([await found(), await mentions()]).toEqual([[], 0]);
  await adds(bot, message, '', { isDone: true });
  expect([await found(), await mentions()]).toEqual([[{ message: { id: message.id } }], 1]);
});
