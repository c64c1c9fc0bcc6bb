import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { aFilm, aHeif, aRecording, aTellingGif, aTiff, box, PLACE, SHOWN } from '../support/files/media.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { bytesOf, type Content, filesOnDisk, get, upload, uploadFile } from '../support/files/uploads.js';

const server = await aServer();
const { ada, ben } = await aCast(server);

describe('what Ben is served of a file that tells where Ada was', () => {
  it.each<[string, string, Content | Promise<Content>]>([
    ['a film', 'video/mp4', aFilm()],
    ['a film of QuickTime', 'video/quicktime', aFilm('qt  ')],
    ['a HEIC picture', 'image/heic', aHeif()],
    ['a WebM film', 'video/webm', aRecording()],
    ['a TIFF', 'image/tiff', aTiff()],
    ['a GIF', 'image/gif', aTellingGif()],
  ])('tells nothing: %s', async (_, mediaType, content) => {
    const room = await aRoom(ada, [ben]);
    const told = await content;
    const before = await filesOnDisk(server);
    const file = await upload(ada, room, 'a', told);
    await ada.says('Look', room, { attachmentIds: [file.id] });
    expect(file.mediaType).toBe(mediaType);
    const answer = await get(ben, file.url);
    const served = await bytesOf(answer);
    expect(served.toString('latin1')).not.toMatch(/51\.5|Ada/);
    expect(served.includes(SHOWN)).toBe(told.includes(SHOWN));
    expect(served.length).toBe(file.size);
    expect(answer.headers.get('etag')).toBe(`"${createHash('sha256').update(served).digest('hex')}"`);
    // Of what was told nothing is left on the disk either: the file, and perhaps a small picture of it.
    expect((await filesOnDisk(server)).length - before.length).toBe(file.thumbnailUrl === null ? 1 : 2);
  });

  it('is nothing, where the file is built so that nobody can tell', async () => {
    const before = await filesOnDisk(server);
    const parts = Array.from({ length: 30_000 }, () => box('free', PLACE));
    const film = Buffer.concat([box('ftyp', 'isom\0\0\0\0isom'), ...parts]);
    expect(await uploadFile(ada, await aRoom(ada), 'a.mp4', film)).toBe('UNSUPPORTED_MEDIA_TYPE');
    expect(await filesOnDisk(server)).toEqual(before);
  });
});
