import { expect, it } from 'vitest';
import { FilesSweep } from '#server/files/index.js';
import { login, refreshSession, signInOf, viewerOf } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { refusalIn } from '../support/requests/exchange.js';
import { ALL_EVENTS, type FeedAnswer, itemOf } from '../support/feeds/feed.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { PASSWORD, type Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { get, upload } from '../support/files/uploads.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';

const TEN_YEARS = 3652;

it('a clock that jumps ten years ahead and back mixes up nothing that was said, loses no file, and leaves no token that lasts', async () => {
  const server = await aServer();
  const { ada, ben } = await aCast(server);
  const start = await feedCursorOf(ben);
  const room = await aRoom(ada, [ben]);
  const file = await upload(ada, room, 'notes.txt', 'kept');
  await ada.says('First', room, { attachmentIds: [file.id] });

  server.clock.advance({ days: TEN_YEARS });
  await signsInAgain(ada);
  await signsInAgain(ben);
  await ada.says('Second, in ten years', room);
  await server.app.get(FilesSweep).sweep();
  const ofTheFuture = { accessToken: ada.accessToken, refreshToken: ada.refreshToken };

  server.clock.advance({ days: -TEN_YEARS });
  expect(await viewerOf(server, ofTheFuture.accessToken)).toBe(null);
  expect(refusalIn((await refreshSession(server, { refreshToken: ofTheFuture.refreshToken })).answer).code).toBe(
    'UNAUTHENTICATED',
  );
  await signsInAgain(ada);
  await signsInAgain(ben);
  await ada.says('Third, today', room);
  await server.app.get(FilesSweep).sweep();
  expect(await (await get(ada, file.url)).text()).toBe('kept');

  const items = await wholeFeed(ben, start);
  const said = items.flatMap(({ event }) => event?.message ?? []);
  expect(said.map(({ number, body }) => [number, body])).toEqual([
    [1, 'First'],
    [2, 'Second, in ten years'],
    [3, 'Third, today'],
  ]);
  await using socket = await ben.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, { after: items.at(-1)?.cursor });
  await ada.says('Fourth', room);
  await feed.until((answer) => itemOf(answer).event?.message?.body === 'Fourth');
  await server.restart();
  expect((await ada.says('Fifth', room)).number).toBe(5);
});

it('a clock that is set right by a minute signs nobody out', async () => {
  const server = await aServer();
  const { ada } = await aCast(server);
  server.clock.advance({ seconds: -50 });
  expect(await viewerOf(server, ada.accessToken)).toBe(ada.username);
  server.clock.advance({ minutes: -10 });
  expect(await viewerOf(server, ada.accessToken)).toBe(null);
  const { session } = signInOf(await refreshSession(server, { refreshToken: ada.refreshToken }));
  expect(await viewerOf(server, session.accessToken)).toBe(ada.username);
});

async function signsInAgain(person: Person): Promise<void> {
  const { session } = signInOf(await login(person.server, { username: person.username, password: PASSWORD }));
  person.accessToken = session.accessToken;
  person.refreshToken = session.refreshToken ?? '';
}
