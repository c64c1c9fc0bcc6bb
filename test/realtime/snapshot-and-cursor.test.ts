import { expect, it, vi } from 'vitest';
import { RoomAccess } from '#server/rooms/index.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { applyAll, snapshot, type Snapshot, VIEWED_PAGE, type ViewItem } from '../support/feeds/room-view.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

it('nothing that a snapshot misses is before its cursor, however much is written while it is read', async () => {
  const { ada, ben, cleo, otto } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  const others: { writing: boolean } = { writing: true };
  const writers = Promise.all([
    writesAndEdits(ada, room),
    writesAndEdits(cleo, room),
    comesAndGoes(otto, room),
  ]).finally(() => (others.writing = false));
  const taken: Snapshot[] = [];
  while (others.writing) taken.push(await snapshot(ben, room));
  await writers;

  const { view } = await snapshot(ben, room);
  expect(taken.some((snap) => Object.keys(snap.view.messages).length < Object.keys(view.messages).length)).toBe(true);
  for (const snap of taken) {
    const ofRoom = await page(ben, { after: snap.roomCursor, roomId: room.id });
    expect(applyAll(snap.view, room, ofRoom)).toEqual(view);
    const ofAll = await page(ben, { after: snap.feedCursor });
    expect(applyAll(snap.view, room, ofAll)).toEqual(view);
  }
});

it('nor is what is written between the reading of the one and of the other', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const access = server.app.get(RoomAccess);
  const mayRead = access.mayRead.bind(access);
  // The first to ask whether it may be read is the cursor; the rest of the answer does not wait for it.
  vi.spyOn(access, 'mayRead').mockImplementationOnce(async (...asked) => {
    const may = await mayRead(...asked);
    await ada.says('In between', room);
    return may;
  });
  const snap = await snapshot(ben, room);
  expect(snap.view.messages).toEqual({});
  const missed = await page(ben, { after: snap.roomCursor, roomId: room.id });
  expect(applyAll(snap.view, room, missed)).toEqual((await snapshot(ben, room)).view);
});

async function writesAndEdits(writer: Person, room: { id: string }): Promise<void> {
  for (let count = 0; count < 10; count += 1) {
    const message = await writer.says(`Draft ${String(count)}`, room);
    if (count % 3 === 0) await writer.edits(message, `Final ${String(count)}`);
    if (count % 3 === 1) await writer.deletes(message);
  }
}

async function comesAndGoes(person: Person, room: { id: string }): Promise<void> {
  for (let count = 0; count < 6; count += 1) {
    await person.joins(room);
    await person.leaves(room);
  }
}

async function page(reader: Person, variables: Record<string, unknown>): Promise<ViewItem[]> {
  return (await reader.asks<{ items: ViewItem[] }>(VIEWED_PAGE, variables)).items;
}
