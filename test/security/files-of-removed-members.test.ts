import { expect, it, vi } from 'vitest';
import { RoomFloor } from '#server/rooms/index.js';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { filesOnDisk, uploadFile } from '../support/files/uploads.js';

const server = await aServer();

it.each([
  ['PUBLIC', 'FORBIDDEN'],
  ['PRIVATE', 'NOT_FOUND'],
] as const)('Ben, removed from a %s room while he uploads, leaves nothing behind', async (visibility, code) => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben], visibility);
  const floor = server.app.get(RoomFloor);
  const assertMayPost = floor.assertMayPost.bind(floor);
  vi.spyOn(floor, 'assertMayPost').mockImplementationOnce(async (...asked) => {
    await assertMayPost(...asked);
    await ada.removes(ben, room);
  });
  expect(await uploadFile(ben, room, 'late.txt', 'Too late')).toBe(code);
  expect(await filesOnDisk(server)).toEqual([]);
});
