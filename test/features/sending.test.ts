import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { happenings, kindsOfHappenings } from '../support/feeds/happenings.js';
import { SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { upload } from '../support/files/uploads.js';

const server = await aServer();

describe('sending a message', () => {
  it('posts it under the room’s next number, with its author and the moment', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const { message } = (
      await ben.asks<{ sendMessage: { message: unknown } }>(
        `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message {
          number body author { id } room { id } createdAt editedAt deletedAt nonce attachments { id }
        } } }`,
        { input: { roomId: room.id, body: 'Good *evening*' } },
      )
    ).sendMessage;
    expect(message).toEqual({
      number: 1,
      body: 'Good *evening*',
      author: { id: ben.id },
      room: { id: room.id },
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      editedAt: null,
      deletedAt: null,
      nonce: null,
      attachments: [],
    });
    expect((await happenings(ada, room)).at(-1)).toMatchObject({
      __typename: 'MessageSent',
      actor: { id: ben.id },
      message: { number: 1 },
    });
  });

  it('numbers what many say at once without gaps, and its events too', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const sent = await Promise.all(
      Array.from({ length: 30 }, (_, n) => ([ada, ben, cleo][n % 3] ?? ada).says(`Message ${String(n)}`, room)),
    );
    expect(sent.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(sent.map((_, index) => index + 1));
    const events = await happenings(ada, room);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const told = events.flatMap(({ message }) => message?.number ?? []);
    expect(told).toEqual(sent.map((_, index) => index + 1));
  });

  it('keeps the text as it was written', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    for (const body of [
      '  indented\n\n\tcode  ',
      'e\u0301 and \u00E9',
      '👩‍👩‍👧',
      '\u202Ehebrew?',
      "'; drop table message; --",
    ]) {
      expect((await ada.says(body, room)).body).toBe(body);
    }
  });

  it('takes 8,000 characters, and not one more', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    for (const letter of ['a', '猫', '😀']) {
      expect((await ada.says(letter.repeat(8000), room)).body).toHaveLength(8000 * letter.length);
      await ada.isRefused('BAD_USER_INPUT', SEND, { input: { roomId: room.id, body: letter.repeat(8001) } });
    }
    expect(await kindsOfHappenings(ada, room)).toHaveLength(4);
  });

  it.each([
    ['nothing', ''],
    ['blanks alone', ' \n\t\u00A0 '],
    ['what nobody sees', '\u200B\u2800\u3164\uFE0F'],
    ['marks without a letter', '\u0301\u0301'],
    ['a NUL', 'a\0b'],
    ['half a character', 'a\uD83D'],
    ['the other half', '\uDE00b'],
  ])('does not take %s', async (_, body) => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const refusal = await ada.isRefused('BAD_USER_INPUT', SEND, { input: { roomId: room.id, body } });
    expect(refusal.extensions.field).toBe('body');
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined']);
  });

  it('takes files with no text, also where the text is nothing that can be seen', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    for (const body of ['', '\u200B \u3164']) {
      const { id } = await upload(ada, room, 'notes.txt', 'Tea');
      const input = { roomId: room.id, body, attachmentIds: [id] };
      const { sendMessage } = await ada.asks<{ sendMessage: { message: { body: string } } }>(SEND, { input });
      expect(sendMessage.message.body).toBe('');
    }
  });

  it('is for members: an outsider is asked to join, or finds no such room', async () => {
    const { ada, otto } = await aCast(server);
    const open = await aRoom(ada);
    const hidden = await aRoom(ada, [], 'PRIVATE');
    await otto.isRefused('FORBIDDEN', SEND, { input: { roomId: open.id, body: 'Hello?' } });
    await otto.isRefused('NOT_FOUND', SEND, { input: { roomId: hidden.id, body: 'Hello?' } });
    await otto.joins(open);
    expect((await otto.says('Hello!', open)).number).toBe(1);
  });

  it('with files that are not the sender’s to attach posts nothing', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const input = { roomId: room.id, body: 'Look', attachmentIds: ['0199a000-0000-7000-8000-000000000000'] };
    await expect(ada.asks(SEND, { input })).rejects.toThrow('NOT_FOUND');
    expect((await ada.says('First', room)).number).toBe(1);
  });
});
