import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTaken, mediaTypeOf, settledMediaType } from '#server/files/intake/media-type.js';
import { TextCheck } from '#server/files/intake/text-check.js';
import { rounds } from '../support/chance/rounds.js';

describe('what a file is', () => {
  it.each([
    ['a note', 'Hello, Ben.\n', 'text/plain'],
    ['a note in another script', 'Здравствуйте 👋', 'text/plain'],
    ['nothing at all', '', 'text/plain'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'text/plain'],
    ['an SVG that says that it is XML', '<?xml version="1.0"?><svg/>', 'application/xml'],
    ['a web page', '<!doctype html><script>alert(1)</script>', 'text/plain'],
    ['a note that begins like a bitmap', 'BMW makes cars, and this is long enough to look at', 'text/plain'],
    ['a PDF', '%PDF-1.7 …', 'application/pdf'],
    ['bytes', 'a\0b', 'application/octet-stream'],
    ['text in no known encoding', Buffer.from([0x48, 0xe4, 0x21]), 'application/octet-stream'],
    ['text whose last character is cut', Buffer.from([0x48, 0xc3]), 'application/octet-stream'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'image/jpeg'],
    ['a PNG with a long way to its picture', Buffer.from('\x89PNG\r\n\x1A\n\0', 'latin1'), 'image/png'],
  ])('%s', async (_, content, mediaType) => {
    const bytes = Buffer.from(content);
    const check = new TextCheck();
    for (const byte of bytes) check.see(Buffer.of(byte));
    expect(settledMediaType(await mediaTypeOf(bytes), check.isText())).toBe(mediaType);
  });
});

it('whatever bytes come, something is said of them', async () => {
  const heads = [
    '',
    'PK\x03\x04',
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    'RIFF\0\0\0\0WEBP',
    '\0\0\0\x18ftypheic',
    '\x1aE\xdf\xa3',
    'II*\0',
    'ID3\x03',
    'OggS',
    '0&\xb2u\x8ef\xcf\x11\xa6\xd9\0\xaa\0b\xcel',
    '%PDF-',
    '<?xml ',
    'fLaC',
    '\xff\xd8\xff',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 2000 }), async (head, rest) => {
      const found = await mediaTypeOf(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
      expect(settledMediaType(found, false)).toMatch(/^[\w-]+\/[\w.+-]+$/);
    }),
    { numRuns: rounds({ quick: 300, thorough: 20_000 }) },
  );
});

describe('a list of types that are taken', () => {
  it('takes a type that it names, and refuses others', () => {
    expect(isTaken(['application/pdf'], 'application/pdf')).toBe(true);
    expect(isTaken(['application/pdf'], 'application/zip')).toBe(false);
  });

  it('takes a family, and refuses others', () => {
    expect(isTaken(['image/*'], 'image/png')).toBe(true);
    expect(isTaken(['image/*'], 'video/mp4')).toBe(false);
  });

  it('takes everything by */*, and nothing when it is empty', () => {
    expect(isTaken(['*/*'], 'application/octet-stream')).toBe(true);
    expect(isTaken([], 'image/png')).toBe(false);
  });
});
