import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { announces, asksHowFar, begins, PartUnderWay, sendsPart } from '../support/files/resumable.js';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { sendsEndlessly } from '../support/requests/slow-body.js';
import { aServer } from '../support/servers/server.js';

/** What a server may take from the line of somebody whom it does not know. */
const MAX_BYTES = 64 * 1024;

const server = await aServer();
const { ada } = await aCast(server);
const room = await aRoom(ada);
const COOKIES = 'Cookie: tertulia-refresh=x; tertulia-files=y';

describe('a part of a file', () => {
  it.each([
    ['of a visitor', 401, ['Tus-Resumable: 1.0.0']],
    ['of Ada by her cookies alone', 401, ['Tus-Resumable: 1.0.0', COOKIES]],
    ['with a token of no session', 401, ['Tus-Resumable: 1.0.0', 'Authorization: Bearer x.y.z']],
    ['in another version of tus', 412, [`Authorization: Bearer ${ada.accessToken}`]],
  ])('is refused before it has come in: %s', async (_, status, headers) => {
    const address = await begins(ada, room, { length: 16_000_000 });
    const { answer, bytesRead, bytesOffered } = await sendsEndlessly(server, headOf('PATCH', address, headers));
    expect(answer).toContain(`HTTP/1.1 ${String(status)} `);
    expect(bytesOffered).toBeGreaterThan(MAX_BYTES);
    expect(bytesRead).toBeLessThanOrEqual(MAX_BYTES);
    expect(await asksHowFar(ada, address)).toMatchObject({ offset: 0 });
  });

  it('is refused the same where it comes with its announcement', async () => {
    const headers = ['Tus-Resumable: 1.0.0', 'Upload-Length: 16000000'];
    const { answer, bytesRead } = await sendsEndlessly(server, headOf('POST', '/upload/resumable', headers));
    expect(answer).toContain('HTTP/1.1 401 ');
    expect(bytesRead).toBeLessThanOrEqual(MAX_BYTES);
  });

  it('is taken in nowhere where it is sent to an upload of somebody else', async () => {
    const { ben } = await aCast(server);
    const address = await begins(ada, room, { length: 1_000_000 });
    const part = new PartUnderWay(ben, address, 0);
    part.feeds(Buffer.alloc(500_000));
    part.ends();
    expect(await part.answered).toMatchObject({ status: 404 });
    expect(await readdir(join(server.folder, 'uploads', '.partial')).catch(() => [])).not.toContain(idIn(address));
  });
});

describe('somebody who sends many parts at once', () => {
  it('has a bound, and places again once those have arrived', async () => {
    const limited = await aServer({ RATE_LIMITS: 'on' });
    const { cleo } = await aCast(limited);
    const place = await aRoom(cleo);
    const addresses = await Promise.all(Array.from({ length: 33 }, () => begins(cleo, place, { length: 10 })));
    const [last = '', ...others] = addresses;
    const held = others.map((address) => new PartUnderWay(cleo, address, 0));
    for (const part of held) part.feeds(Buffer.from('x'));
    await expect.poll(async () => (await sendsPart(cleo, last, 0, '')).status).toBe(429);
    for (const part of held) part.breaks();
    await expect.poll(async () => (await sendsPart(cleo, last, 0, 'Hello you!')).status).toBe(204);
  });

  it('is slowed down, and nobody else', async () => {
    const limited = await aServer({ RATE_LIMITS: 'on' });
    const { cleo, otto } = await aCast(limited);
    const place = await aRoom(cleo);
    const codes: (string | undefined)[] = [];
    while (!codes.includes('RATE_LIMITED') && codes.length < 200)
      codes.push((await announces(cleo, place, { length: 1 })).code);
    expect(codes.at(-1)).toBe('RATE_LIMITED');
    expect((await announces(otto, await aRoom(otto), { length: 1 })).status).toBe(201);
  });
});

it('no address of an upload leads out of its folder', async () => {
  for (const id of ['..%2F..%2Fdata', '..', '%00', 'a'.repeat(36), 'constructor'])
    expect((await asksHowFar(ada, `/upload/resumable/${id}`)).status).toBe(404);
});

function headOf(method: string, path: string, headers: readonly string[]): string[] {
  return [
    `${method} ${path} HTTP/1.1`,
    'Host: here',
    'Upload-Offset: 0',
    'Content-Type: application/offset+octet-stream',
    'Content-Length: 16000000',
    ...headers,
  ];
}

function idIn(address: string): string {
  return address.split('/').at(-1) ?? '';
}
