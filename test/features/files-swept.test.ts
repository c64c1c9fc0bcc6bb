import { describe, expect, it } from 'vitest';
import { FilesSweep } from '#server/files/index.js';
import { aCast } from '../support/cast.js';
import { Person } from '../support/person.js';
import { aRoom } from '../support/room.js';
import { aServer, type TestServer } from '../support/server.js';
import { filesOnDisk, get, picture, upload } from '../support/uploads.js';

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
