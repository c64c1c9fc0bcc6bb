import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { get, upload } from '../support/files/uploads.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

const server = await aServer();
const { ada } = await aCast(server);
const room = await aRoom(ada);
const letters = await upload(ada, room, 'letters.txt', ALPHABET);
const empty = await upload(ada, room, 'empty.txt', '');
const ETAG = (await get(ada, letters.url)).headers.get('etag') ?? '';
const OTHER = `"${'0'.repeat(64)}"`;
const LATER = 'Fri, 01 Jan 2100 00:00:00 GMT';

interface Expected {
  readonly status: number;
  readonly text?: string;
  readonly range?: string;
}

const WHOLE: Expected = { status: 200, text: ALPHABET };
const part = (text: string, range: string): Expected => ({ status: 206, text, range });
const beyond: Expected = { status: 416, text: '', range: 'bytes */26' };

describe('the part of a file that Ada asks for, by RFC 9110', () => {
  it.each<[string, Record<string, string>, Expected]>([
    ['the first byte', { range: 'bytes=0-0' }, part('a', 'bytes 0-0/26')],
    ['the last byte', { range: 'bytes=25-25' }, part('z', 'bytes 25-25/26')],
    ['all bytes', { range: 'bytes=0-' }, part(ALPHABET, 'bytes 0-25/26')],
    ['all and more', { range: 'bytes=0-99999999999999999999' }, part(ALPHABET, 'bytes 0-25/26')],
    ['the last ten', { range: 'bytes=-10' }, part('qrstuvwxyz', 'bytes 16-25/26')],
    ['the last hundred', { range: 'bytes=-100' }, part(ALPHABET, 'bytes 0-25/26')],
    ['a unit in capitals', { range: 'BYTES=0-1' }, part('ab', 'bytes 0-1/26')],
    ['one behind the end', { range: 'bytes=26-26' }, beyond],
    ['far behind the end', { range: 'bytes=1000-2000' }, beyond],
    ['the last none', { range: 'bytes=-0' }, beyond],
    ['the end before the beginning', { range: 'bytes=5-2' }, WHOLE],
    ['a negative place', { range: 'bytes=--5' }, WHOLE],
    ['words', { range: 'bytes=a-z' }, WHOLE],
    ['no numbers', { range: 'bytes=-' }, WHOLE],
    ['nothing', { range: 'bytes=' }, WHOLE],
    ['another unit', { range: 'pages=1-2' }, WHOLE],
    ['a fraction', { range: 'bytes=0.5-3' }, WHOLE],
    ['several parts', { range: 'bytes=0-1, 4-5' }, WHOLE],
    ['a thousand parts', { range: `bytes=${'0-25,'.repeat(1000)}0-1` }, WHOLE],
    ['a part of the very same', { range: 'bytes=0-1', 'if-range': ETAG }, part('ab', 'bytes 0-1/26')],
    ['a part of another', { range: 'bytes=0-1', 'if-range': OTHER }, WHOLE],
    ['a part of what is much alike', { range: 'bytes=0-1', 'if-range': `W/${ETAG}` }, WHOLE],
    ['a part of what it was on a day', { range: 'bytes=0-1', 'if-range': LATER }, WHOLE],
    ['beyond the end of another', { range: 'bytes=30-', 'if-range': OTHER }, WHOLE],
    ['what she has already', { 'if-none-match': ETAG }, { status: 304, text: '' }],
    ['what she has, told weakly', { 'if-none-match': `W/${ETAG}` }, { status: 304, text: '' }],
    ['anything that she has', { 'if-none-match': '*' }, { status: 304, text: '' }],
    ['a part of what she has', { 'if-none-match': ETAG, range: 'bytes=0-1' }, { status: 304, text: '' }],
    ['beyond the end of what she has', { 'if-none-match': ETAG, range: 'bytes=30-' }, { status: 304, text: '' }],
    ['a part of what she has not', { 'if-none-match': OTHER, range: 'bytes=0-1' }, part('ab', 'bytes 0-1/26')],
    ['what is newer than a day to come', { 'if-modified-since': LATER }, WHOLE],
    ['this very one', { 'if-match': `${OTHER}, ${ETAG}` }, WHOLE],
    ['another one', { 'if-match': OTHER }, { status: 412, text: '' }],
    ['this one, told weakly', { 'if-match': `W/${ETAG}` }, { status: 412, text: '' }],
    ['another one, which she has', { 'if-match': OTHER, 'if-none-match': ETAG }, { status: 412, text: '' }],
    ['a part of another one', { 'if-match': OTHER, range: 'bytes=0-1' }, { status: 412, text: '' }],
  ])('is %s', async (_, headers, { status, text, range }) => {
    const answer = await get(ada, letters.url, headers);
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([
      status,
      text,
      range ?? null,
    ]);
    expect(answer.headers.get('etag')).toBe(ETAG);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(answer.headers.get('vary')).toContain('Cookie');
    if (status === 206) expect(answer.headers.get('content-length')).toBe(String(text?.length));
  });

  it.each<[string, Record<string, string>, number]>([
    ['a part', { range: 'bytes=0-1' }, 200],
    ['a part beyond the end', { range: 'bytes=30-' }, 200],
    ['what she has', { 'if-none-match': ETAG }, 304],
    ['another', { 'if-match': OTHER }, 412],
  ])('is told of by HEAD, which has no parts: %s', async (_, headers, status) => {
    const answer = await get(ada, letters.url, headers, 'HEAD');
    expect([answer.status, await answer.text()]).toEqual([status, '']);
    if (status === 200) expect(answer.headers.get('content-length')).toBe('26');
  });

  it.each(['bytes=0-', 'bytes=0-0', 'bytes=-1'])('is nothing of an empty file: %s', async (range) => {
    const answer = await get(ada, empty.url, { range });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */0']);
  });
});
