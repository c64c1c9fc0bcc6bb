import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { FilesSweep } from '#server/files/index.js';
import { Storage } from '#server/storage/index.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer, type TestServer } from '../support/servers/server.js';
import { filesOnDisk, get, picture, upload } from '../support/files/uploads.js';

const server = await aServer();

describe('a file that no message shows', () => {
  it('is there for a day, and then gone with its small picture', async () => {
    const { ada } = await aCast(server);
    const before = await filesOnDisk(server);
    const file = await upload(ada, await aRoom(ada), 'a.png', await picture(100, 100).png().toBuffer());
    await sweepAfter({ hours: 23 });
    expect(await filesOnDisk(server)).toHaveLength(before.length + 2);
    await sweepAfter({ hours: 2 });
    expect(await filesOnDisk(server)).toEqual(before);
    expect((await get(await laterSession(ada), file.url)).status).toBe(404);
  });

  it('stays for good once one does', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const file = await upload(ada, room, 'a.txt', 'Hello');
    await ada.says('look', room, { attachmentIds: [file.id] });
    await sweepAfter({ hours: 48 });
    expect(await (await get(await laterSession(ada), file.url)).text()).toBe('Hello');
  });
});

describe('what an accident left', () => {
  it('is gone a day later where it is bytes that no row names', async () => {
    const own = await aServer();
    await own.app.get(Storage).write(Readable.from([Buffer.from('all of it, but for the row')]));
    await own.app.get(FilesSweep).sweep();
    expect(await filesOnDisk(own)).toHaveLength(1);
    own.clock.advance({ minutes: 25 * 60 });
    await own.app.get(FilesSweep).sweep();
    expect(await filesOnDisk(own)).toEqual([]);
  });

  it('is gone at the next start where it is half a file', async () => {
    const folder = join(server.folder, 'uploads', '.incoming');
    await writeFile(join(folder, 'a'.repeat(32)), 'half of it');
    expect((await filesOnDisk(server)).some((path) => path.startsWith(folder))).toBe(true);
    await server.restart();
    expect((await filesOnDisk(server)).some((path) => path.startsWith(folder))).toBe(false);
  });

  it('answers as a file that is not there where it is a row whose bytes are gone, and keeps the row for a restored disk', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const before = await filesOnDisk(server);
    const file = await upload(ada, room, 'a.txt', 'Hello');
    await ada.says('look', room, { attachmentIds: [file.id] });
    const [path = ''] = (await filesOnDisk(server)).filter((each) => !before.includes(each));
    const bytes = await readFile(path);
    await rm(path);
    for (const headers of [{}, { range: 'bytes=0-1' }]) {
      const answer = await get(ada, file.url, headers);
      expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ code: 'NOT_FOUND' })]);
    }
    await server.app.get(FilesSweep).sweep();
    await writeFile(path, bytes);
    expect(await (await get(ada, file.url)).text()).toBe('Hello');
  });
});

async function sweepAfter({ hours }: { hours: number }): Promise<void> {
  server.clock.advance({ minutes: hours * 60 });
  await server.app.get(FilesSweep).sweep();
}

/** The access token has run out while the clock went on. */
async function laterSession({ refreshToken }: Person): Promise<{ server: TestServer; bearer: Record<string, string> }> {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'mutation ($refreshToken: String) { refreshSession(input: { refreshToken: $refreshToken }) { session { accessToken } } }',
      variables: { refreshToken },
    }),
  });
  const { data } = (await answer.json()) as { data: { refreshSession: { session: { accessToken: string } } } };
  return { server, bearer: { authorization: `Bearer ${data.refreshSession.session.accessToken}` } };
}
