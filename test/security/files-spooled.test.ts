import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdirSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { UploadPlaces } from '#server/files/index.js';
import { RoomFloor } from '#server/rooms/index.js';
import { Storage } from '#server/storage/index.js';
import { FormUnderWay } from '../support/files/form-under-way.js';
import { filesOnDisk } from '../support/files/uploads.js';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const KIB = 1024;
const SIZE = 8 * KIB * KIB;
const FILE = 'a'.repeat(SIZE);

const server = await aServer();
const { ada, otto } = await aCast(server);
const room = await aRoom(ada);

describe('what GraphQL keeps of an upload for a while', () => {
  it('is next to nothing before somebody may store it', async () => {
    const floor = server.app.get(RoomFloor);
    const assertMayPost = floor.assertMayPost.bind(floor);
    const go = Promise.withResolvers<undefined>();
    vi.spyOn(floor, 'assertMayPost').mockImplementationOnce(async (...asked) => {
      await go.promise;
      await assertMayPost(...asked);
    });
    using line = await stuck(() => FormUnderWay.of(ada, room, SIZE, FILE));
    expect(keptForAWhile()).toBeLessThanOrEqual(256 * KIB);
    go.resolve(undefined);
    await isTaken(line.form);
  });

  it('is never far ahead of what is stored, so that what one may keep here bounds it as well', async () => {
    const storage = server.app.get(Storage);
    const write = storage.write.bind(storage);
    const go = Promise.withResolvers<undefined>();
    vi.spyOn(storage, 'write').mockImplementationOnce(async (source) => {
      await go.promise;
      return write(source);
    });
    using line = await stuck(() => FormUnderWay.of(ada, room, SIZE, FILE));
    expect(keptForAWhile()).toBeGreaterThan(512 * KIB);
    expect(keptForAWhile()).toBeLessThanOrEqual(1536 * KIB);
    go.resolve(undefined);
    await isTaken(line.form);
  });

  it('comes in where the file begins in a piece of its own', async () => {
    const heard = Promise.withResolvers<undefined>();
    const admit = vi.spyOn(server.app.get(UploadPlaces), 'take');
    using form = FormUnderWay.of(ada, room, SIZE, FILE, heard.promise);
    await expect.poll(() => admit.mock.calls.length).toBe(1);
    heard.resolve(undefined);
    await isTaken(form);
  });

  it('is gone when the answer is there', async () => {
    using form = FormUnderWay.of(ada, room, 5, 'Hello');
    await isTaken(form, 5);
    expect(keptForAWhile()).toBe(0);
  });

  it('is nothing of what is refused, and nothing of a line that breaks', async () => {
    const before = await filesOnDisk(server);
    using refused = FormUnderWay.of(otto, room, SIZE, FILE);
    expect(await refused.ends()).toContain('"code":"FORBIDDEN"');
    using cut = FormUnderWay.of(ada, room, SIZE, FILE.slice(0, SIZE / 2));
    await expect.poll(keptForAWhile).toBeGreaterThan(0);
    cut[Symbol.dispose]();
    await expect.poll(keptForAWhile).toBe(0);
    await expect.poll(() => filesOnDisk(server)).toEqual(before);
  });
});

async function isTaken(form: FormUnderWay, size = SIZE): Promise<void> {
  expect(await form.ends()).toContain(`{"data":{"uploadFile":{"file":{"size":${String(size)}}}}`);
  expect(keptForAWhile()).toBe(0);
}

/** Resolves when the server takes no more of what is sent to it. */
async function stuck(open: () => FormUnderWay): Promise<{ form: FormUnderWay } & Disposable> {
  const sockets: Socket[] = [];
  const hear = (opened: unknown): void => void sockets.push((opened as { socket: Socket }).socket);
  subscribe('net.server.socket', hear);
  const form = open();
  let before = -1;
  let looks = 0;
  const isStuck = (): boolean => {
    const read = sockets[0]?.bytesRead ?? 0;
    looks = read > 0 && read === before ? looks + 1 : 0;
    before = read;
    return looks >= 20;
  };
  try {
    await expect.poll(isStuck, { interval: 10 }).toBe(true);
    expect(before).toBeLessThan(SIZE);
  } finally {
    unsubscribe('net.server.socket', hear);
  }
  return {
    form,
    [Symbol.dispose]: () => {
      form[Symbol.dispose]();
    },
  };
}

/** In bytes. The folder is this test file's own. */
function keptForAWhile(): number {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith('capacitor'));
  return names.reduce((sum, name) => sum + (statSync(join(tmpdir(), name), { throwIfNoEntry: false })?.size ?? 0), 0);
}
