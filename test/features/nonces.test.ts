import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe('a message that is sent again with its nonce', () => {
  it('is posted once, though it comes 50 times at once', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const nonce = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ada.says('Once', room, { nonce })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers[0]).toMatchObject({ number: 1, body: 'Once', nonce });
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MessageSent']);
  });

  it('is the first one, also after a restart, an edit and its deletion', async () => {
    const own = await aServer();
    const { ada } = await aCast(own);
    const room = await aRoom(ada);
    const nonce = randomUUID();
    const first = await ada.says('Once', room, { nonce });
    await own.restart();
    expect(await ada.says('Once', room, { nonce })).toEqual(first);
    await ada.edits(first, 'Twice');
    expect(await ada.says('Once', room, { nonce })).toEqual({ ...first, body: 'Twice' });
    await ada.deletes(first);
    expect(await ada.says('Once', room, { nonce })).toEqual({ ...first, body: '' });
    expect((await ada.says('Next', room)).number).toBe(2);
  });

  it('but says something else, or elsewhere, is a conflict', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const elsewhere = await aRoom(ada);
    const nonce = randomUUID();
    await ada.says('Once', room, { nonce });
    for (const input of [
      { roomId: room.id, body: 'Once ', nonce },
      { roomId: elsewhere.id, body: 'Once', nonce },
      { roomId: room.id, body: 'Once', nonce, attachmentIds: [randomUUID()] },
    ]) {
      const refusal = await ada.isRefused('CONFLICT', SEND, { input });
      expect(refusal.extensions.field).toBe('nonce');
    }
  });

  it('is another one where somebody else sends it', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const nonce = randomUUID();
    const [first, second] = [await ada.says('Mine', room, { nonce }), await ben.says('Mine', room, { nonce })];
    expect([first.number, second.number]).toEqual([1, 2]);
  });

  it('is not given to one who has left since: they are told to join, or find no such room', async () => {
    const { ada, ben } = await aCast(server);
    const open = await aRoom(ada, [ben]);
    const hidden = await aRoom(ada, [ben], 'PRIVATE');
    for (const [room, code] of [
      [open, 'FORBIDDEN'],
      [hidden, 'NOT_FOUND'],
    ] as const) {
      const nonce = randomUUID();
      await ben.says('Once', room, { nonce });
      await ben.leaves(room);
      await ben.isRefused(code, SEND, { input: { roomId: room.id, body: 'Once', nonce } });
    }
  });

  it.each([
    ['nothing', ''],
    ['65 characters', 'n'.repeat(65)],
    ['a NUL', '\0'],
  ])('needs a nonce of 1 to 64 characters, not %s', async (_, nonce) => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const refusal = await ada.isRefused('BAD_USER_INPUT', SEND, { input: { roomId: room.id, body: 'Once', nonce } });
    expect(refusal.extensions.field).toBe('nonce');
    expect((await ada.says('Once', room, { nonce: 'n'.repeat(64) })).nonce).toHaveLength(64);
  });

  it('has none where it was sent without, and comes twice', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    expect([(await ada.says('Ping', room)).number, (await ada.says('Ping', room)).number]).toEqual([1, 2]);
  });
});
