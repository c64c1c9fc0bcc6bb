import { describe, expect, it, vi } from 'vitest';
import { RoomAccess } from '#server/rooms/index.js';
import { aCast } from '../support/people/cast.js';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { DELETE, EDIT, type Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { upload } from '../support/files/uploads.js';

const server = await aServer();

describe('editing a message', () => {
  it('replaces its text, and says when', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ben.says('Good mornin', room);
    await ben.edits(message, 'Good morning');
    expect(await messagesIn(room, ada)).toEqual([
      { number: 1, body: 'Good morning', editedAt: expect.any(String) as string, deletedAt: null },
    ]);
    expect((await kindsOfHappenings(ada, room)).at(-1)).toBe('MessageEdited');
  });

  it('to the same text changes nothing and tells nobody', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says('Good morning', room);
    await ada.edits(message, 'Good morning');
    expect(await messagesIn(room, ada)).toMatchObject([{ editedAt: null }]);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MessageSent']);
  });

  it('is for its author alone, also not for the owner and moderators', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ada.makes(cleo, 'MODERATOR', room);
    const message = await ben.says('Mine', room);
    for (const other of [ada, cleo]) await other.isRefused('FORBIDDEN', EDIT, { id: message.id, body: 'Yours' });
    expect(await messagesIn(room, ada)).toMatchObject([{ body: 'Mine', editedAt: null }]);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['what nobody sees', '\u200B\u2800\u3164\uFE0F'],
    ['8,001 characters', 'a'.repeat(8001)],
    ['a NUL', '\0'],
    ['half a character', '\uD800'],
  ])('does not take %s', async (_, body) => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says('Good morning', room);
    const refusal = await ada.isRefused('BAD_USER_INPUT', EDIT, { id: message.id, body });
    expect(refusal.extensions.field).toBe('body');
    expect(await messagesIn(room, ada)).toMatchObject([{ body: 'Good morning', editedAt: null }]);
  });
});

describe('deleting a message', () => {
  it('leaves its number, empty, and tells once', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ben.says('One', room);
    const message = await ben.says('Two', room);
    await ben.says('Three', room);
    await ben.deletes(message);
    await ben.deletes(message);
    expect(await messagesIn(room, ada)).toMatchObject([
      { number: 1, body: 'One', deletedAt: null },
      { number: 2, body: '', deletedAt: expect.any(String) as string },
      { number: 3, body: 'Three', deletedAt: null },
    ]);
    expect((await kindsOfHappenings(ada, room)).filter((kind) => kind === 'MessageDeleted')).toHaveLength(1);
  });

  it('is for its author, and for the owner and moderators of the room', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const first = await ben.says('Mine', room);
    const second = await ben.says('Mine too', room);
    await cleo.isRefused('FORBIDDEN', DELETE, { id: first.id });
    await ada.makes(cleo, 'MODERATOR', room);
    await cleo.deletes(first);
    await ada.deletes(second);
    expect(await messagesIn(room, ben)).toMatchObject([{ body: '' }, { body: '' }]);
  });

  it('of the owner’s is not for members, and not for one who moderates another room', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await aRoom(ben, [ada]);
    const message = await ada.says('Mine', room);
    await ben.isRefused('FORBIDDEN', DELETE, { id: message.id });
  });

  it('takes the text away for good', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says('A secret', room);
    await ada.deletes(message);
    await ada.isRefused('FORBIDDEN', EDIT, { id: message.id, body: 'Back again' });
    expect(await messagesIn(room, ada)).toMatchObject([{ body: '' }]);
  });
});

describe('a message that one may not see', () => {
  it('does not exist, for an outsider and for one who has left', async () => {
    const { ada, ben, otto } = await aCast(server);
    for (const visibility of ['PUBLIC', 'PRIVATE'] as const) {
      const room = await aRoom(ada, [ben], visibility);
      const message = await ben.says('Mine', room);
      await ben.leaves(room);
      for (const outsider of [otto, ben]) {
        const seen = await outsider.isRefused('NOT_FOUND', EDIT, { id: message.id, body: 'Changed' });
        await outsider.isRefused('NOT_FOUND', DELETE, { id: message.id });
        expect(await outsider.isRefused('NOT_FOUND', EDIT, { id: 'no id', body: 'Changed' })).toEqual(seen);
      }
      expect(await messagesIn(room, ada)).toMatchObject([{ body: 'Mine', editedAt: null, deletedAt: null }]);
    }
  });
});

describe('editing a message to nothing', () => {
  it('is possible where it has a file', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const file = await upload(ada, room, 'notes.txt', 'Hello');
    const message = await ada.says('My notes', room, { attachmentIds: [file.id] });
    await ada.edits(message, '');
    expect(await messagesIn(room, ada)).toMatchObject([{ body: '' }]);
  });

  it('tells nobody else whether it has one, or is there at all', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    const file = await upload(ada, room, 'notes.txt', 'Hello');
    const withFile = await ada.says('My notes', room, { attachmentIds: [file.id] });
    const without = await ada.says('Nothing more', room);
    for (const id of [withFile.id, without.id, room.id, 'no id'])
      await otto.isRefused('NOT_FOUND', EDIT, { id, body: '' });
    for (const { id } of [withFile, without]) await ben.isRefused('FORBIDDEN', EDIT, { id, body: '' });
  });
});

describe('a database that fails', () => {
  it('does not make a message one that never was', async () => {
    const { ada } = await aCast(server);
    const message = await ada.says('Good morning', await aRoom(ada));
    vi.spyOn(server.app.get(RoomAccess), 'asVisible').mockRejectedValueOnce(new Error('The disk is gone.'));
    await ada.isRefused('INTERNAL_SERVER_ERROR', DELETE, { id: message.id });
    await ada.deletes(message);
  });
});

async function messagesIn({ id }: { id: string }, reader: Person) {
  const { room } = await reader.asks<{ room: { messages: { nodes: unknown[] } } }>(
    'query ($id: ID!) { room(id: $id) { messages { nodes { number body editedAt deletedAt } } } }',
    { id },
  );
  return room.messages.nodes;
}
