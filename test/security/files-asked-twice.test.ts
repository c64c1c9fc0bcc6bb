import { describe, expect, it, vi } from 'vitest';
import { SessionsService } from '#server/auth/sessions/sessions.service.js';
import { RoomFloor } from '#server/rooms/index.js';
import { UploadPlaces } from '#server/files/index.js';
import { FormUnderWay } from '../support/files/form-under-way.js';
import { filesOnDisk, get, postUpload, upload } from '../support/files/uploads.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
/** Limits ask as well who is asking. */
const limited = await aServer({ RATE_LIMITS: 'on' });
const { ada: careful } = await aCast(limited);
const itsRoom = await aRoom(careful);

describe('who sends an upload', () => {
  it('is asked before its body is read, and before it is stored', async () => {
    const asked = await lookupsDuring(async () => {
      expect(await posted(careful, itsRoom)).toBe(201);
    });
    expect(asked).toBe(2);
  });

  it('is asked by GraphQL once more, when the operation begins', async () => {
    expect(await lookupsDuring(() => upload(careful, itsRoom, 'a.txt', 'Hello'))).toBe(3);
  });

  it('is asked once of what has no body', async () => {
    const { url } = await upload(careful, itsRoom, 'a.txt', 'Hello');
    expect(await lookupsDuring(() => get(careful, url))).toBe(1);
  });
});

describe('Ada, signed out while her file comes in,', () => {
  it.each([
    ['by POST /upload', posted, /^401$/],
    [
      'by GraphQL',
      (ada: Person, room: { id: string }) => FormUnderWay.of(ada, room, 5, 'Hello').ends(),
      /UNAUTHENTICATED/,
    ],
  ])('is refused, and leaves nothing behind: %s', async (_, sends, refusal) => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const before = await filesOnDisk(server);
    const floor = server.app.get(RoomFloor);
    const assertMayPost = floor.assertMayPost.bind(floor);
    vi.spyOn(floor, 'assertMayPost').mockImplementationOnce(async (...asked) => {
      await assertMayPost(...asked);
      await signsOut(ada);
    });
    expect(String(await sends(ada, room))).toMatch(refusal);
    expect(await filesOnDisk(server)).toEqual(before);
  });

  it('is refused whatever she asks for, when only the gate has met her before', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const begins = Promise.withResolvers<undefined>();
    const takes = vi.spyOn(server.app.get(UploadPlaces), 'take');
    const entered = vi.spyOn(server.app.get(RoomFloor), 'assertMayPost');
    using form = FormUnderWay.of(ada, room, 5, 'Hello', begins.promise);
    await expect.poll(() => takes.mock.calls.length).toBe(1);
    await signsOut(ada);
    begins.resolve(undefined);
    expect(await form.ends()).toMatch(/UNAUTHENTICATED/);
    expect(entered).not.toHaveBeenCalled();
  });
});

async function posted(person: Person, room: { id: string }): Promise<number> {
  const { status } = await postUpload(person, [
    ['roomId', room.id],
    ['file', new File(['Hello'], 'a.txt')],
  ]);
  return status;
}

async function signsOut(person: Person): Promise<void> {
  const body = JSON.stringify({ query: 'mutation { logoutEverywhere { ok } }' });
  const headers = { ...person.bearer, 'content-type': 'application/json' };
  expect(await (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body })).text()).toContain('"ok":true');
}

/** How often a session is asked for meanwhile. */
async function lookupsDuring(doing: () => Promise<unknown>): Promise<number> {
  const lookups = vi.spyOn(limited.app.get(SessionsService), 'findHolder');
  try {
    await doing();
    return lookups.mock.calls.length;
  } finally {
    lookups.mockRestore();
  }
}
