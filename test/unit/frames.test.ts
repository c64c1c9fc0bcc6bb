import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf, keep, nextFrameLength, type OperationId, textFrame } from '#server/api/sockets/frames.js';
import { aWebSocketPair } from '../support/sockets/socket-pair.js';

/** Above all around where a WebSocket frame says its length in another way: RFC 6455, section 5.2. */
const length = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 126 - 12, max: 126 + 12 }),
  fc.integer({ min: 65_536 - 12, max: 65_536 + 12 }),
);
const id = fc.oneof(fc.constantFrom('1', '2', '10', '11', 'ä', '"'), fc.string({ unit: 'binary', maxLength: 20 }));

it('a frame with a text is read as that text, whatever its length', async () => {
  using pair = await aWebSocketPair();
  const text = fc.tuple(length, fc.constantFrom('', 'ä', '茶')).map(([size, end]) => 'x'.repeat(size) + end);
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
      for (const each of texts) pair.stream.write(textFrame(each));
      expect(await pair.receives(texts.length)).toEqual(texts);
    }),
  );
});

/** What goes out over one socket: places in a list of payloads, and for each a place in a list of ids, or none for a frame without one. */
const anOutgoing = fc.array(fc.record({ payload: fc.nat(2), id: fc.option(fc.nat(4)) }), {
  minLength: 1,
  maxLength: 8,
});

it('what goes out is read as it was meant, whatever other sockets were given before', async () => {
  using pair = await aWebSocketPair();
  const payload = length.map((size) => JSON.stringify('x'.repeat(Math.max(0, size - messageOf('1', '""').length))));
  await fc.assert(
    fc.asyncProperty(
      fc.array(payload, { minLength: 3, maxLength: 3 }),
      fc.array(id, { minLength: 5, maxLength: 5 }),
      fc.array(anOutgoing, { minLength: 1, maxLength: 8 }),
      async (texts, names, all) => {
        const payloads = texts.map((text) => ({ bytes: Buffer.from(text) }));
        const frames = texts.map((text) => ({ bytes: textFrame(text) }));
        const ids = names.map((text) => ({ text, bytes: Buffer.from(JSON.stringify(text)) }));
        for (const outgoing of all)
          // Copied: the next of them may be the same bytes with other ids in them.
          pair.stream.write(Buffer.from(bytesFor(outgoing, { payloads, frames, ids })));
        const meant = all
          .flat()
          .map((one) =>
            one.id === null ? at(texts, one.payload) : messageOf(at(names, one.id), at(texts, one.payload)),
          );
        expect(await pair.receives(meant.length)).toEqual(meant);
      },
    ),
  );
});

it('sockets that get the same payloads share their bytes, in which each finds its own ids', () => {
  const payloads = ['"first"', '"second"'].map((text) => ({ bytes: Buffer.from(text) }));
  const sockets = ['one-of-them', 'another-one', 'the-third-1'].map((name) => bytesOfIds(payloads, [name, name]));
  const [first] = sockets;
  for (const { bytes } of sockets) expect(bytes).toBe(first?.bytes);
  expect(sockets.map(({ text }) => text)).toEqual(
    ['one-of-them', 'another-one', 'the-third-1'].map((name) =>
      payloads.map(({ bytes }) => textFrame(messageOf(name, bytes.toString())).toString('latin1')).join(''),
    ),
  );
});

it('ids of two lengths in turns do not drive out each other', () => {
  const payloads = [{ bytes: Buffer.from('"for all"') }];
  const [short, long] = [bytesOfIds(payloads, ['1']), bytesOfIds(payloads, ['11'])];
  expect(bytesOfIds(payloads, ['2']).bytes).toBe(short.bytes);
  expect(bytesOfIds(payloads, ['22']).bytes).toBe(long.bytes);
});

it('bytes that somebody keeps stay as they are', () => {
  const payloads = [{ bytes: Buffer.from('"for both"') }];
  const kept = bytesOfIds(payloads, ['hers']);
  keep(kept.bytes);
  expect(bytesOfIds(payloads, ['his!']).bytes).not.toBe(kept.bytes);
  expect(kept.bytes.toString('latin1')).toBe(kept.text);
});

interface Things {
  readonly payloads: readonly { readonly bytes: Buffer }[];
  readonly frames: readonly { readonly bytes: Buffer }[];
  readonly ids: readonly OperationId[];
}

function bytesFor(
  outgoing: readonly { readonly payload: number; readonly id: number | null }[],
  { payloads, frames, ids }: Things,
): Buffer {
  const own = outgoing.map(({ id }) => (id === null ? undefined : at(ids, id)));
  const chosen = outgoing.map(({ payload, id }) => at(id === null ? frames : payloads, payload));
  const lengths = chosen.map((payload, n) => {
    const id = own[n];
    return id ? nextFrameLength(payload, id) : payload.bytes.byteLength;
  });
  return bytesOf({ payloads: chosen, ids: own }, sum(lengths));
}

/** With the text that they are at first, each byte a character. */
function bytesOfIds(
  payloads: Things['payloads'],
  names: readonly string[],
): { readonly bytes: Buffer; readonly text: string } {
  const ids = names.map((text) => ({ text, bytes: Buffer.from(JSON.stringify(text)) }));
  const bytes = bytesFor(
    payloads.map((_, n) => ({ payload: n, id: n })),
    { payloads, frames: [], ids },
  );
  return { bytes, text: bytes.toString('latin1') };
}

function messageOf(name: string, payload: string): string {
  return `{"id":${JSON.stringify(name)},"type":"next","payload":${payload}}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function at<T>(list: readonly T[], index: number): T {
  const [one] = list.slice(index, index + 1);
  if (one === undefined) throw new Error('There are fewer.');
  return one;
}
