import { describe, expect, it } from 'vitest';
import sharp, { type Sharp } from 'sharp';
import { aCast } from '../support/people/cast.js';
import { type MessageAnswer, Person, type RoomAnswer } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import {
  aBitmap,
  aPlainPicture,
  bytesOf,
  filesOnDisk,
  get,
  picture,
  upload,
  type Uploaded,
} from '../support/files/uploads.js';

const server = await aServer();
const { ada, ben, otto } = await aCast(server);
const visitor = { server, bearer: {} };

describe('a file that Ada has uploaded', () => {
  it('is hers alone until a message shows it, and then its whole room sees it', async () => {
    const room = await aRoom(ada, [ben]);
    const file = await upload(ada, room, 'garden.jpg', await picture().jpeg().toBuffer());
    expect((await get(ada, file.url)).status).toBe(200);
    expect((await get(ben, file.url)).status).toBe(404);
    await send(ada, room, [file]);
    const seen = await get(ben, file.url);
    expect(seen.status).toBe(200);
    expect(seen.headers.get('content-type')).toBe('image/jpeg');
    expect((await bytesOf(seen)).length).toBe(file.size);
  });

  it('does not exist for Otto, who is not in the room, whatever he asks for', async () => {
    const room = await aRoom(ada, [ben], 'PRIVATE');
    const file = await upload(ada, room, 'garden.png', await picture().png().toBuffer());
    const before = await get(otto, file.url);
    await send(ada, room, [file]);
    for (const path of [
      file.url,
      file.thumbnailUrl ?? '',
      `${file.url}?download`,
      '/uploads/no-such-id/a',
      '/uploads/a/b/c',
    ]) {
      const answer = await get(otto, path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual(path.includes('/b/c') ? expect.anything() : await before.clone().json());
    }
  });

  it('asks a visitor to sign in, there or not', async () => {
    const room = await aRoom(ada);
    const file = await upload(ada, room, 'a.txt', 'Hello');
    for (const path of [file.url, '/uploads/no-such-id/a']) {
      const answer = await get(visitor, path);
      expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code: 'UNAUTHENTICATED' })]);
    }
  });

  it('is gone for Ben once he has left the room', async () => {
    const room = await aRoom(ada, [ben]);
    const file = await upload(ada, room, 'a.txt', 'Hello');
    await send(ada, room, [file]);
    await ben.leaves(room);
    expect((await get(ben, file.url)).status).toBe(404);
  });

  it('goes with its message: from the room, and from the disk', async () => {
    const room = await aRoom(ada, [ben]);
    const before = await filesOnDisk(server);
    const file = await upload(ada, room, 'garden.png', await picture().png().toBuffer());
    const message = await send(ada, room, [file]);
    expect(await filesOnDisk(server)).toHaveLength(before.length + 2);
    await ada.deletes(message);
    expect(await attachmentsIn(room, ben)).toEqual([]);
    expect((await get(ben, file.url)).status).toBe(404);
    await expect.poll(() => filesOnDisk(server)).toEqual(before);
  });

  it('comes with a small picture of it and its size, the right way up', async () => {
    const room = await aRoom(ada);
    const lying = await picture(800, 600).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const file = await upload(ada, room, 'tall.jpg', lying);
    expect([file.width, file.height]).toEqual([600, 800]);
    const { format, width, height } = await sharp(await bytesOf(await get(ada, file.thumbnailUrl ?? ''))).metadata();
    expect({ format, width, height }).toEqual({ format: 'webp', width: 480, height: 640 });
  });

  it.each<[string, (camera: Sharp) => Sharp]>([
    ['a photograph', (camera) => camera.jpeg()],
    ['a photograph taken on its side', (camera) => camera.withMetadata({ orientation: 6 }).jpeg()],
    ['a scan', (camera) => camera.png()],
  ])('has a small picture also where it is as large as the best cameras make it: %s', async (_, taken) => {
    const room = await aRoom(ada);
    const original = await taken(aPlainPicture(11_000, 9000)).toBuffer();
    const { autoOrient } = await sharp(original, { limitInputPixels: false }).metadata();
    const file = await upload(ada, room, 'ridge', original);
    expect(file).toMatchObject(autoOrient);
    const { width, height } = await sharp(await bytesOf(await get(ada, file.thumbnailUrl ?? ''))).metadata();
    expect(width / height).toBeCloseTo(autoOrient.width / autoOrient.height, 2);
    expect(Math.max(width, height)).toBe(640);
  });

  it('has its size alone where a small one would take too much memory to make', async () => {
    const room = await aRoom(ada);
    for (const original of [
      await aPlainPicture(11_000, 9000).jpeg({ progressive: true }).toBuffer(),
      await aPlainPicture(11_000, 9000).webp().toBuffer(),
    ])
      expect(await upload(ada, room, 'ridge', original)).toMatchObject({
        width: 11_000,
        height: 9000,
        thumbnailUrl: null,
      });
  });

  it('has a size as a BMP, which stands either way up', async () => {
    const room = await aRoom(ada);
    for (const bitmap of [aBitmap(30, 20), aBitmap(30, -20)])
      expect(await upload(ada, room, 'tiles.bmp', bitmap)).toMatchObject({
        mediaType: 'image/bmp',
        width: 30,
        height: 20,
        thumbnailUrl: null,
      });
  });

  it('has a small picture that can still be read where it is a long strip', async () => {
    const file = await upload(ada, await aRoom(ada), 'page.png', await aPlainPicture(1000, 8000).png().toBuffer());
    const { width, height } = await sharp(await bytesOf(await get(ada, file.thumbnailUrl ?? ''))).metadata();
    expect({ width, height }).toEqual({ width: 384, height: 3072 });
  });

  it('is told nothing of where it was taken', async () => {
    const room = await aRoom(ada);
    const told = picture().withExif({
      IFD0: { Artist: 'Ada, by the garden door' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    });
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const original = await told.clone().toFormat(format).toBuffer();
      const file = await upload(ada, room, `garden.${format}`, original);
      for (const path of [file.url, file.thumbnailUrl ?? '']) {
        const served = await bytesOf(await get(ada, path));
        expect(original.toString('latin1')).toContain('Ada, by the garden door');
        expect(served.toString('latin1')).not.toContain('Ada, by the garden door');
      }
    }
  });

  it('needs no small picture to be taken: a damaged one is a file like any other', async () => {
    const room = await aRoom(ada);
    const damaged = (await picture().jpeg().toBuffer()).subarray(0, 900);
    expect(await upload(ada, room, 'half.jpg', damaged)).toMatchObject({
      mediaType: 'image/jpeg',
      thumbnailUrl: null,
      width: 120,
      height: 80,
      size: 900,
    });
  });

  it('stays animated', async () => {
    const frames = [await picture(40, 40).png().toBuffer(), await picture(40, 40).png().toBuffer()];
    const animated = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    const file = await upload(ada, await aRoom(ada), 'wave.gif', animated);
    const served = await sharp(await bytesOf(await get(ada, file.url)), { animated: true }).metadata();
    expect([served.format, served.pages, file.height]).toEqual(['gif', 2, 40]);
  });
});

describe('a message with files', () => {
  it('shows them in the order that its sender gave', async () => {
    const room = await aRoom(ada, [ben]);
    const files = [
      await upload(ada, room, '1.txt', '1'),
      await upload(ada, room, '2.txt', '2'),
      await upload(ada, room, '3.txt', '3'),
    ];
    await send(ada, room, files.toReversed());
    expect(await attachmentsIn(room, ben)).toEqual(['3.txt', '2.txt', '1.txt']);
  });

  it('takes ten, and not eleven', async () => {
    const room = await aRoom(ada);
    const files = await Promise.all(
      Array.from({ length: 11 }, (_, n) => upload(ada, room, `${String(n)}.txt`, String(n))),
    );
    await expect(send(ada, room, files)).rejects.toMatchObject(refusedFor('BAD_USER_INPUT'));
    await send(ada, room, files.slice(0, 10));
  });

  it.each([
    ['a file that another message shows', async (room: RoomAnswer) => (await shown(room)).id],
    ['a file of somebody else', async (room: RoomAnswer) => (await upload(ben, room, 'b.txt', 'mine')).id],
    ['a file for another room', async () => (await upload(ada, await aRoom(ada), 'a.txt', 'elsewhere')).id],
    ['a file that there never was', () => Promise.resolve('0190b3b8-0000-7000-8000-000000000000')],
    ['what can be no file', () => Promise.resolve('nul \0')],
  ])('refuses %s, and is not sent', async (_, idFor) => {
    const room = await aRoom(ada, [ben]);
    const fileId = await idFor(room);
    const sent = await messageCount(room);
    await expect(send(ada, room, [{ id: fileId }])).rejects.toMatchObject(refusedFor('NOT_FOUND'));
    expect(await messageCount(room)).toBe(sent);
  });

  it('refuses the same file twice', async () => {
    const room = await aRoom(ada);
    const file = await upload(ada, room, 'a.txt', 'a');
    await expect(send(ada, room, [file, file])).rejects.toMatchObject(refusedFor('BAD_USER_INPUT'));
  });

  it('of two that want one file at once, one gets it', async () => {
    const room = await aRoom(ada);
    const file = await upload(ada, room, 'a.txt', 'a');
    const outcomes = await Promise.allSettled([send(ada, room, [file]), send(ada, room, [file])]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('may be a guest’s', async () => {
    const guest = await Person.entersAsGuest(server, 'Cleo of the garden');
    const room = await aRoom(guest, [ben]);
    const file = await upload(guest, room, 'hello.txt', 'Hello');
    await send(guest, room, [file]);
    expect((await get(ben, file.url)).status).toBe(200);
  });
});

function send(person: Person, room: RoomAnswer, files: readonly Pick<Uploaded, 'id'>[]): Promise<MessageAnswer> {
  return person.says('', room, { attachmentIds: files.map(({ id }) => id) });
}

async function shown(room: RoomAnswer): Promise<Uploaded> {
  const file = await upload(ada, room, 'a.txt', 'shown');
  await send(ada, room, [file]);
  return file;
}

function refusedFor(code: string) {
  return { errors: [{ extensions: { code, field: 'attachmentIds' } }] };
}

interface Messages {
  readonly room: {
    readonly messages: { readonly nodes: readonly { readonly attachments: readonly { readonly name: string }[] }[] };
  };
}

async function messagesIn({ id }: RoomAnswer, reader: Person) {
  const query = 'query ($id: ID!) { room(id: $id) { messages { nodes { attachments { name } } } } }';
  return (await reader.asks<Messages>(query, { id })).room.messages.nodes;
}

async function attachmentsIn(room: RoomAnswer, reader: Person): Promise<string[]> {
  return (await messagesIn(room, reader)).flatMap(({ attachments }) => attachments.map(({ name }) => name));
}

async function messageCount(room: RoomAnswer): Promise<number> {
  return (await messagesIn(room, ada)).length;
}
