import { drawLandscape } from '../../../scripts/demo/landscape.mjs';
import { seededRandom } from '../../../scripts/demo/random.mjs';
import { Person, type RoomAnswer } from './person.js';
import { reads } from './reading.js';
import { upload } from '../files/uploads.js';

/** A room in which people have talked for a while: what the pictures of the product show. */
export async function aScene(
  server: { url: string },
  name: string,
): Promise<{ room: RoomAnswer; ada: Person; ben: Person }> {
  const ada = await Person.registers(server, 'ada', 'Ada Lovelace');
  const ben = await Person.registers(server, 'ben', 'Ben Okri');
  const cleo = await Person.registers(server, 'cleo', 'Cleo Marchetti');
  const room = await ada.creates(name);
  for (const other of ['Kitchen table', 'Reading circle', 'Release 0.1']) await ada.creates(other);
  await ben.joins(room);
  await cleo.joins(room);
  await ada.says('Who is in for **Sunday**? I thought of the long way over the ridge, back by six.', room);
  await ben.says('In! Is the bridge open again?', room);
  await cleo.says('Since Tuesday. I looked it up:\n\n- first train at `8:14`\n- last one back at `19:40`', room);
  await ada.says('Then the early one. I bring coffee, somebody brings cake.', room);
  const picture = await drawLandscape({ name: 'ridge.jpg', palette: 'dawn' }, seededRandom(7));
  const { id } = await upload(ben, room, 'ridge.jpg', Buffer.from(picture.bytes));
  await ben.says('The ridge, last time we were too late for it:', room, { attachmentIds: [id] });
  const { number } = await cleo.says('Cake is on me. See you at the station!', room);
  // Whoever comes in stands at the end, and not where they left off.
  for (const reader of [ada, ben, cleo]) await reads(reader, room, number);
  return { room, ada, ben };
}
