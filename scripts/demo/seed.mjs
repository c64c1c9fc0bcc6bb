import { register } from './api.mjs';
import { leaveSomethingUnread } from './attention.mjs';
import { CAST, PASSWORD, ROOMS } from './cast.mjs';
import { talkAmongThemselves } from './direct-talks.mjs';
import { introduce, sayWhatTheyAreUpTo } from './profiles.mjs';
import { ChatRoom } from './chat-room.mjs';
import { seededRandom } from './random.mjs';
import { leaveSomethingToDealWith } from './trouble.mjs';
import { share, sittings } from './week.mjs';

const HOUR = 3_600_000;

/**
 * Fills a server as people would in the week that ends now: through its public API, while its clock is moved. Rooms fill side by side,
 * each in its own order. With a `size` below 1 everybody says less. Gives how many messages there are.
 * @param {Pick<import('./throwaway-server.mjs').DemoServer, 'address' | 'setTime' | 'setupCode'>} server
 * @returns {Promise<number>}
 */
export async function seed({ address, setTime, setupCode }, { now = Date.now(), size = 1 } = {}) {
  const lengths = ROOMS.map(({ messages }) => Math.round(messages * size));
  const sayings = Math.max(...lengths);
  const week = sittings(now, sayings, seededRandom(2026));
  await setTime(week[0].start - HOUR);
  const people = await Promise.all(CAST.map((person) => register(address, person, PASSWORD)));
  const byName = new Map(people.map((person) => [person.username, person]));
  await introduce(byName);
  const rooms = await Promise.all(
    ROOMS.map((room, index) => ChatRoom.open(room, lengths[index], byName, seededRandom(2026 + index))),
  );
  let saying = 0;
  for (const { start, times } of week) {
    await setTime(start);
    await Promise.all(people.map((person) => person.refresh()));
    for (const time of times) {
      await setTime(time);
      await Promise.all(rooms.map((room, index) => room.goOn(share(lengths[index], saying, sayings))));
      saying += 1;
    }
  }
  const ids = rooms.map((room) => [room.script, room.id]);
  const trouble = await leaveSomethingToDealWith({ address, setupCode, setTime, now }, byName, new Map(ids));
  const talks = await talkAmongThemselves({ setTime, now }, byName);
  const added = await leaveSomethingUnread({ setTime, now }, byName, new Map([...ids, ...talks.rooms]));
  await setTime(now);
  await sayWhatTheyAreUpTo(byName, now);
  await setTime(null);
  return rooms.reduce((sum, { count }) => sum + count, added + talks.count + trouble);
}
