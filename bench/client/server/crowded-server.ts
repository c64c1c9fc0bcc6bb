import { join } from 'node:path';
import sharp from 'sharp';
import { newFolder } from '../../contestants/folder.js';
import { ServerProcess } from '../../servers/server-process.js';
import { RoomFiller } from './fill.js';
import { PICTURES } from './said.js';
import { Speaker } from './speaker.js';

const MAIN = new URL('../../../../server/main.js', import.meta.url);
const PEOPLE = 12;
const PASSWORD = 'a long password';
const USERNAME = 'ada';

/** A server whose rooms are full, and who looks at it. */
export interface CrowdedServer {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** With a hundred thousand messages, if all is measured. */
  readonly longRoom: { readonly id: string; readonly last: number };
  /** With a page of messages and a few more. */
  readonly rooms: readonly string[];
  /** Where others say what is measured. */
  readonly quietRoom: string;
  /** Somebody else in all of them. */
  readonly ben: Speaker;
}

export async function openCrowdedServer({
  messages,
  rooms,
}: {
  messages: number;
  rooms: number;
}): Promise<CrowdedServer> {
  const folder = newFolder();
  const before = await start(folder);
  const ada = await Speaker.registers(before.url, USERNAME, PASSWORD);
  const longId = await ada.creates('The long table');
  const quietRoom = await ada.creates('A quiet corner');
  const ids: string[] = [];
  for (let room = 1; room <= rooms; room += 1) ids.push(await ada.creates(`Room ${String(room)}`));
  const ben = await furnish(before.url, [longId, quietRoom]);
  const filler = new RoomFiller({
    database: fileIn(folder),
    uploads: uploadsIn(folder),
    sampleRoom: longId,
  });
  const last = filler.fill(longId, messages);
  const lasts = [...ids, quietRoom].map((id) => ({ id, number: filler.fill(id, 80) }));
  filler.close();
  for (const { id, number } of [...lasts, { id: longId, number: last }]) await ada.hasRead(id, number);
  await before.kill();
  // It has no caches of what it did not write itself.
  const { url } = await start(folder);
  return {
    url,
    username: USERNAME,
    password: PASSWORD,
    longRoom: { id: longId, last },
    rooms: ids,
    quietRoom,
    ben: ben.at(url),
  };
}

/** Everybody says something that can be copied, and shows every picture there is. */
async function furnish(url: string, rooms: readonly string[]): Promise<Speaker> {
  const [first = ''] = rooms;
  const ben = await Speaker.registers(url, 'ben', PASSWORD);
  for (const room of rooms) await ben.joins(room);
  await ben.says(first, 'Good evening.');
  for (let person = 1; person < PEOPLE; person += 1) {
    const guest = await Speaker.entersAsGuest(url, `Guest ${String(person)}`);
    await guest.joins(first);
    await guest.says(first, 'Good evening.');
  }
  for (let picture = 0; picture < PICTURES; picture += 1) {
    const file = await ben.uploads(first, {
      name: `picture-${String(picture)}.jpg`,
      type: 'image/jpeg',
      bytes: await pictureOf(picture),
    });
    await ben.says(first, '', [file]);
  }
  return ben;
}

/** Soft colours and some noise, as a photograph has it. */
async function pictureOf(picture: number): Promise<Buffer> {
  const [width, height] = [900 + 60 * picture, 600];
  const background = { r: 40 + 30 * picture, g: 160 - 20 * picture, b: 120 };
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 24 };
  const grain = await sharp({ create: { width, height, channels: 3, background, noise } })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background } })
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 80 })
    .toBuffer();
}

function start(folder: string): Promise<ServerProcess> {
  return ServerProcess.start({
    script: MAIN,
    environment: {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${fileIn(folder)}`,
      UPLOADS_DIR: uploadsIn(folder),
      LINK_PREVIEWS: 'off',
      WEB_PUSH: 'off',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
    },
  });
}

function fileIn(folder: string): string {
  return join(folder, 'tertulia.db');
}

function uploadsIn(folder: string): string {
  return join(folder, 'uploads');
}
