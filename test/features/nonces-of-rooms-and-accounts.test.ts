import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Database, query } from '#server/database/index.js';
import {
  aName,
  login,
  refreshSession,
  refreshTokenOf,
  register,
  signInOf,
  viewerOf,
} from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { refusalIn } from '../support/requests/exchange.js';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { CREATE, Person, type RoomAnswer, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { upload } from '../support/files/uploads.js';

const server = await aServer();
const password = 'correct horse';

describe('a message whose nonce has another one', () => {
  it('names that to its sender: also after a crash, when the file was uploaded again', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const nonce = randomUUID();
    const first = await upload(ada, room, 'list.txt', 'Flour');
    const { id } = await ada.says('The list', room, { nonce, attachmentIds: [first.id] });
    const again = await upload(ada, room, 'list.txt', 'Flour');
    const input = { roomId: room.id, body: 'The list', nonce, attachmentIds: [again.id] };
    const { extensions } = await ada.isRefused('CONFLICT', SEND, { input });
    expect(extensions).toEqual({ code: 'CONFLICT', field: 'nonce', messageId: id, roomId: room.id });
  });

  it('names it not where they have left its room', async () => {
    const { ada, ben } = await aCast(server);
    const [left, other] = [await aRoom(ada, [ben], 'PRIVATE'), await aRoom(ben)];
    const nonce = randomUUID();
    await ben.says('Secret', left, { nonce });
    await ben.leaves(left);
    const { extensions } = await ben.isRefused('CONFLICT', SEND, { input: { roomId: other.id, body: 'x', nonce } });
    expect(extensions).toEqual({ code: 'CONFLICT', field: 'nonce' });
  });
});

describe('a room that is created again with its nonce', () => {
  it('is made once, though it comes 20 times at once', async () => {
    const { ada } = await aCast(server);
    const input = { name: aName(), nonce: randomUUID() };
    const rooms = await Promise.all(Array.from({ length: 20 }, () => creates(ada, input)));
    expect(new Set(rooms.map(({ id }) => id)).size).toBe(1);
    for (const room of rooms.slice(0, 1)) expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined']);
  });

  it('is the first one, also after a restart and in private', async () => {
    const own = await aServer();
    const { ada } = await aCast(own);
    for (const visibility of ['PUBLIC', 'PRIVATE']) {
      const input = { name: aName(), visibility, topic: 'Cake', nonce: randomUUID() };
      const first = await creates(ada, input);
      await own.restart();
      expect((await creates(ada, input)).id).toBe(first.id);
    }
  });

  it('but is to be another one is a conflict, which names the one that stands', async () => {
    const { ada } = await aCast(server);
    const input = { name: aName(), nonce: randomUUID() };
    const { id: roomId } = await creates(ada, input);
    for (const other of [{ name: aName() }, { topic: 'Tea' }, { visibility: 'PRIVATE' }]) {
      const { extensions } = await ada.isRefused('CONFLICT', CREATE, { input: { ...input, ...other } });
      expect(extensions).toEqual({ code: 'CONFLICT', field: 'nonce', roomId });
    }
  });

  it('is another one where somebody else makes it', async () => {
    const { ada, ben } = await aCast(server);
    const nonce = randomUUID();
    const [adas, bens] = [await creates(ada, { name: aName(), nonce }), await creates(ben, { name: aName(), nonce })];
    expect(adas.id).not.toBe(bens.id);
  });

  it('is not shown to one who has left it since, where it is private', async () => {
    const { ada, ben } = await aCast(server);
    const input = { name: aName(), visibility: 'PRIVATE', nonce: randomUUID() };
    const room = await creates(ada, input);
    await ada.adds(ben, room);
    await ada.leaves(room);
    await ada.isRefused('NOT_FOUND', CREATE, { input });
    const { extensions } = await ada.isRefused('CONFLICT', CREATE, { input: { ...input, name: aName() } });
    expect(extensions).toEqual({ code: 'CONFLICT', field: 'nonce' });
  });

  it('needs a nonce of 1 to 64 characters', async () => {
    const { ada } = await aCast(server);
    for (const nonce of ['', 'n'.repeat(65), '\0'])
      await ada.isRefused('BAD_USER_INPUT', CREATE, { input: { name: aName(), nonce } });
  });
});

describe('a registration that is sent again with its nonce, because the answer was lost', () => {
  it('gives the account again, with a fresh session and the same generated password', async () => {
    const input = { username: aName(), nonce: randomUUID() };
    const lost = signInOf(await register(server, input));
    const { user, session, generatedPassword } = signInOf(await register(server, input));
    expect(user).toEqual(lost.user);
    expect(session.accessToken).not.toBe(lost.session.accessToken);
    expect(await viewerOf(server, session.accessToken)).toBe(input.username);
    expect(generatedPassword).toBe(lost.generatedPassword);
    const credentials = { username: input.username, password: generatedPassword };
    expect(signInOf(await login(server, credentials)).user).toEqual(user);
  });

  it('gives it where the password was given, to whoever gives the same one', async () => {
    const input = { username: aName(), displayName: 'Ada', password, nonce: randomUUID() };
    const lost = signInOf(await register(server, input));
    expect(signInOf(await register(server, input)).user).toEqual(lost.user);
    for (const other of [
      { password: 'another horse' },
      { password: null },
      { displayName: 'Otto' },
      { username: aName() },
    ]) {
      const { answer } = await register(server, { ...input, ...other });
      expect(refusalIn(answer)).toMatchObject({ code: 'CONFLICT', field: 'nonce' });
    }
  });

  it('makes one account, though it comes five times at once', async () => {
    const input = { username: aName(), nonce: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => register(server, input)));
    expect(new Set(answers.map((answer) => signInOf(answer).user.id)).size).toBe(1);
    expect(new Set(answers.map((answer) => signInOf(answer).generatedPassword)).size).toBe(1);
  });

  it('is good after a restart, for a quarter of an hour, and then a taken name like any other', async () => {
    const own = await aServer();
    const input = { username: aName(), nonce: randomUUID() };
    const lost = signInOf(await register(own, input));
    own.clock.advance({ minutes: 14 });
    await own.restart();
    expect(signInOf(await register(own, input)).generatedPassword).toBe(lost.generatedPassword);
    own.clock.advance({ minutes: 2 });
    expect(refusalIn((await register(own, input)).answer)).toMatchObject({ code: 'CONFLICT', field: 'username' });
  });

  it.each([
    [
      'signs in',
      async (username: string, made: ReturnType<typeof signInOf>) => {
        signInOf(await login(server, { username, password: made.generatedPassword }));
      },
    ],
    [
      'refreshes the session',
      async (_: string, made: ReturnType<typeof signInOf>) => {
        signInOf(await refreshSession(server, { refreshToken: refreshTokenOf(made) }));
      },
    ],
  ])('is refused as soon as somebody %s: then nothing was lost', async (_, comesIn) => {
    const input = { username: aName(), nonce: randomUUID() };
    const made = signInOf(await register(server, input));
    await comesIn(input.username, made);
    const refusal = refusalIn((await register(server, input)).answer);
    expect(refusal).toMatchObject({ code: 'CONFLICT' });
    expect(JSON.stringify(refusal)).not.toContain(made.user.id);
  });

  it('tells somebody without the nonce no more than that the name is taken', async () => {
    const username = aName();
    await register(server, { username, nonce: randomUUID() });
    for (const nonce of [undefined, randomUUID()]) {
      const { answer } = await register(server, { username, ...(nonce !== undefined && { nonce }) });
      expect(refusalIn(answer)).toEqual({
        message: expect.any(String) as string,
        code: 'CONFLICT',
        field: 'username',
      });
    }
  });

  it('makes passwords that follow from more than the nonce', async () => {
    const nonce = randomUUID();
    const [here, there] = [await aServer(), await aServer()];
    const username = aName();
    const made = await Promise.all([here, there].map((at) => register(at, { username, nonce })));
    expect(new Set(made.map((done) => signInOf(done).generatedPassword)).size).toBe(2);
  });

  it('leaves nothing in the database with which anybody else could ask', async () => {
    const input = { username: aName(), nonce: randomUUID() };
    const { generatedPassword } = signInOf(await register(server, input));
    const database = server.app.get(Database);
    const rows = await Promise.all(
      ['registration', '"user"', 'session', 'audit_entry'].map((table) =>
        database.rows(query(`select * from ${table}`), []),
      ),
    );
    expect(JSON.stringify(rows)).toContain(input.username);
    for (const secret of [input.nonce, generatedPassword ?? '']) expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('needs a nonce that nobody can guess', async () => {
    for (const nonce of ['', 'n'.repeat(21), 'n'.repeat(65)]) {
      const { answer } = await register(server, { username: aName(), nonce });
      expect(refusalIn(answer)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'nonce' });
    }
  });
});

async function creates(person: Person, input: object): Promise<RoomAnswer> {
  return (await person.asks<{ createRoom: { room: RoomAnswer } }>(CREATE, { input })).createRoom.room;
}
