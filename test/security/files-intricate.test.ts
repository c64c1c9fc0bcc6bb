import { expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { box, element, numbers } from '../support/files/media.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { filesOnDisk, uploadFile } from '../support/files/uploads.js';

const server = await aServer();
const { ada } = await aCast(server);
const room = await aRoom(ada);

// Each of these took all of the server's time for seconds to minutes, or its memory.
it.each<[string, string, Buffer]>([
  ['a picture whose items have billions of parts that take no place', 'a.heic', pictureOfNoPlace(5000)],
  ['a film with more words than anybody wrote', 'a.webm', wordyFilm(50_000)],
  ['a GIF in blocks of one byte', 'a.gif', chattyGif(700_000)],
  ['a TIFF in which everything leads to the same directories', 'a.tif', circularTiff(20_000)],
])('a file that is there to keep the server busy is refused, and gone: %s', async (_, name, content) => {
  const before = await filesOnDisk(server);
  expect(await uploadFile(ada, room, name, Buffer.from(content))).toBe('UNSUPPORTED_MEDIA_TYPE');
  expect(await filesOnDisk(server)).toEqual(before);
});

function pictureOfNoPlace(items: number): Buffer {
  const claims = Array.from({ length: items }, (_, item) => numbers(2, item + 1, 0, 65_535));
  const handler = box('hdlr', numbers(4, 0, 0), 'pict', Buffer.alloc(13));
  const location = box('iloc', numbers(4, 0), numbers(2, 0, items), ...claims);
  return Buffer.concat([box('ftyp', 'heic\0\0\0\0mif1heic'), box('meta', numbers(4, 0), handler, location)]);
}

function wordyFilm(words: number): Buffer {
  const title = Buffer.from('7ba980', 'hex');
  const head = element('1a45dfa3', element('4282', 'webm'));
  return Buffer.concat([head, element('18538067', Buffer.concat(Array.from({ length: words }, () => title)))]);
}

function chattyGif(blocks: number): Buffer {
  const head = Buffer.from('474946383961010001000000002c00000000010001000002', 'hex');
  return Buffer.concat([head, Buffer.alloc(blocks * 2, 1), Buffer.from('003b', 'hex')]);
}

function circularTiff(entries: number): Buffer {
  const directories = 100;
  const listAt = 8;
  const start = listAt + directories * 4;
  const tiff = Buffer.alloc(start + 2 + entries * 12 + 4);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(start, 4);
  for (let n = 0; n < directories; n += 1) tiff.writeUInt32LE(start, listAt + n * 4);
  tiff.writeUInt16LE(entries, start);
  for (let n = 0; n < entries; n += 1) {
    const at = start + 2 + n * 12;
    tiff.writeUInt16LE(330, at);
    tiff.writeUInt16LE(4, at + 2);
    tiff.writeUInt32LE(directories, at + 4);
    tiff.writeUInt32LE(listAt, at + 8);
  }
  return tiff;
}
