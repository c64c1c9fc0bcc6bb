import { expect, it } from 'vitest';
import { aCast } from '../support/cast.js';
import type { Person } from '../support/person.js';
import { aRoom } from '../support/room.js';
import { applyAll, snapshot, type Snapshot, VIEWED_PAGE, type ViewItem } from '../support/room-view.js';
import { aServer } from '../support/server.js';

const server = await aServer();

it('nothing that a snapshot misses is before its cursor, however much is written while it is read', async () => {
  const { ada, ben, cleo, otto } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  let writing = true;
  const writers = Promise.all([
    writesAndEdits(ada, room),
    writesAndEdits(cleo, room),
    comesAndGoes(otto, room),
  ]).finally(() => (writing = false));
  const taken: Snapshot[] = [];
  while (writing) taken.push(await snapshot(ben, room));
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
