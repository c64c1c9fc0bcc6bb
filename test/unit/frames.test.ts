import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joined, nextFrame, textFrame } from '#server/api/sockets/frames.js';
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

it('a frame with a payload is read as a message of its operation, whatever the ids and in whatever order', async () => {
  using pair = await aWebSocketPair();
  const payload = length.map((size) => JSON.stringify('x'.repeat(Math.max(0, size - messageOf('1', '""').length))));
  const pick = fc.record({ payload: fc.nat(2), id: fc.nat(4) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(payload, { minLength: 3, maxLength: 3 }),
      fc.array(id, { minLength: 5, maxLength: 5 }),
      fc.array(pick, { minLength: 1, maxLength: 30 }),
      async (texts, names, picks) => {
        const payloads = texts.map((text) => ({ bytes: Buffer.from(text) }));
        const ids = names.map((text) => ({ text, bytes: Buffer.from(JSON.stringify(text)) }));
        // All are made before any is written: a frame that was made stays what it is.
        const frames = picks.map((one) => nextFrame(at(payloads, one.payload), at(ids, one.id)));
        pair.stream.write(joined(frames, lengthOf(frames)));
        expect(await pair.receives(picks.length)).toEqual(
          picks.map((one) => messageOf(at(names, one.id), at(texts, one.payload))),
        );
      },
    ),
  );
});

it('frames that are joined again and again, together with others, are read as they are', async () => {
  using pair = await aWebSocketPair();
  const texts = ['one', 'two', 'three'];
  const frames = texts.map((text) => textFrame(text));
  const order = fc.array(fc.nat(texts.length - 1), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 5 }), async (writes) => {
      for (const write of writes) {
        const some = write.map((index) => at(frames, index));
        pair.stream.write(joined(some, lengthOf(some)));
      }
      expect(await pair.receives(writes.flat().length)).toEqual(writes.flat().map((index) => at(texts, index)));
    }),
  );
});

function messageOf(name: string, payload: string): string {
  return `{"id":${JSON.stringify(name)},"type":"next","payload":${payload}}`;
}

function lengthOf(frames: readonly Buffer[]): number {
  return frames.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function at<T>(list: readonly T[], index: number): T {
  const [one] = list.slice(index, index + 1);
  if (one === undefined) throw new Error('There are fewer.');
  return one;
}
