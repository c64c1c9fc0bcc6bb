import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { OperationSink } from '#server/api/sockets/operation-sink.js';
import { Outbox } from '#server/api/sockets/outbox.js';
import { aSocketPair, aWebSocketPair, type SocketPair } from '../support/sockets/socket-pair.js';

const KIBIBYTE = 1024;

describe('what goes out over one socket', () => {
  it('leaves in one write and in order, where it is put in one turn of the event loop', async () => {
    using pair = await aSocketPair();
    const { outbox, writes } = anOutbox(pair);
    const frames = Array.from({ length: 16 }, (_, n) => `frame ${String(n)};`);
    for (const frame of frames) {
      outbox.put(Buffer.from(frame));
      // What is made of an event takes a few of these.
      await Promise.resolve();
    }
    expect(writes()).toBe(0);
    await setImmediate();
    expect(writes()).toBe(1);
    expect(await arriving(pair, frames.join('').length)).toBe(frames.join(''));
  });

  it('leaves at the end of the same turn, where it is alone', async () => {
    using pair = await aSocketPair();
    const { outbox, writes } = anOutbox(pair);
    for (let turn = 1; turn <= 3; turn += 1) {
      outbox.put(Buffer.from('alone'));
      await setImmediate();
      expect(writes()).toBe(turn);
    }
  });

  it('leaves in the middle of a turn, where it is more than 64 KiB', async () => {
    using pair = await aSocketPair();
    const { outbox, writes } = anOutbox(pair);
    const frames = Array.from({ length: 100 }, (_, n) => String(n % 10).repeat(KIBIBYTE));
    for (const frame of frames.slice(0, 63)) outbox.put(Buffer.from(frame));
    expect(writes()).toBe(0);
    for (const frame of frames.slice(63)) outbox.put(Buffer.from(frame));
    expect(writes()).toBe(1);
    await setImmediate();
    expect(writes()).toBe(2);
    expect(await arriving(pair, 100 * KIBIBYTE)).toBe(frames.join(''));
  });

  it('waits for its own socket alone: of many, each gets its own', async () => {
    using one = await aSocketPair();
    using other = await aSocketPair();
    const [first, second] = [anOutbox(one), anOutbox(other)];
    first.outbox.put(Buffer.from('one'));
    second.outbox.put(Buffer.from('two'));
    first.outbox.put(Buffer.from('three'));
    await setImmediate();
    expect([first.writes(), second.writes()]).toEqual([1, 1]);
    expect(await arriving(one, 8)).toBe('onethree');
    expect(await arriving(other, 3)).toBe('two');
  });

  it('is held up by a reader who does not read, and goes on when they do', async () => {
    using pair = await aSocketPair();
    const { outbox } = anOutbox(pair);
    const sent = fill(outbox);
    expect(outbox.isFull).toBe(true);
    expect(await Promise.race([outbox.drained().then(() => 'drained'), setImmediate('held up')])).toBe('held up');
    const all = arriving(pair, sent);
    await outbox.drained();
    expect(outbox.isFull).toBe(false);
    expect(await all).toHaveLength(sent);
  });

  it('holds nobody up any more, once the socket is closed', async () => {
    using pair = await aSocketPair();
    const { outbox, writes } = anOutbox(pair);
    fill(outbox);
    const before = writes();
    pair.near.destroy();
    await outbox.drained();
    outbox.put(Buffer.from('too late'));
    await setImmediate();
    expect(writes()).toBe(before);
  });

  it('carries the answers of operations with ids of any length, each behind its own', async () => {
    using one = await aWebSocketPair();
    using other = await aWebSocketPair();
    const ids = ['1', '2', 'a longer one', '3', 'ein "Ümlaut"', '10'];
    const outboxes = [new Outbox(one.stream), new Outbox(other.stream)];
    const sinks = outboxes.map((outbox) => ids.map((id) => new OperationSink(outbox, id)));
    const results = [{ data: { text: 'short' } }, { data: { text: 'long'.repeat(10_000) } }];
    for (const data of results) {
      const payload = sinks[0]?.[0]?.encode(data) ?? { bytes: Buffer.alloc(0) };
      for (const sink of sinks.flat()) sink.send(payload);
    }
    const expected = results.flatMap((payload) => ids.map((id) => ({ id, type: 'next', payload })));
    for (const { receives } of [one, other])
      expect((await receives(expected.length)).map((text) => JSON.parse(text) as unknown)).toEqual(expected);
  });

  it('is never what another is sent, also where its reader does not read', async () => {
    const pairs = [await aSocketPair(), await aSocketPair()] as const;
    const ids = ['first', 'other'];
    const sinks = pairs.map(({ near }, n) => new OperationSink(new Outbox(near), ids[n] ?? ''));
    // As many turns as fill what the system holds: from then on the bytes lie with the stream, while the other socket is sent the same.
    for (let turn = 0; turn < 200; turn += 1) {
      const payload = sinks[0]?.encode({ data: { turn, text: 'x'.repeat(60 * KIBIBYTE) } }) ?? {
        bytes: Buffer.alloc(0),
      };
      for (const sink of sinks) sink.send(payload);
      await setImmediate();
    }
    expect(sinks.map(({ isFull }) => isFull)).toEqual([true, true]);
    for (const [n, { far, near }] of pairs.entries()) {
      near.end();
      const text = Buffer.concat((await far.toArray()) as Buffer[]).toString('latin1');
      expect(text.split(`{"id":"${ids[n] ?? ''}"`)).toHaveLength(201);
      expect(text).not.toContain(`{"id":"${ids[1 - n] ?? ''}"`);
    }
  });
});

function anOutbox({ near }: SocketPair): { outbox: Outbox; writes: () => number } {
  const spy = vi.spyOn(near, 'write');
  return { outbox: new Outbox(near), writes: () => spy.mock.calls.length };
}

/** Puts in so much that the system takes no more; answers how much that was. */
function fill(outbox: Outbox): number {
  let sent = 0;
  while (!outbox.isFull && sent < 64 * KIBIBYTE * KIBIBYTE) {
    outbox.put(Buffer.alloc(64 * KIBIBYTE));
    sent += 64 * KIBIBYTE;
  }
  return sent;
}

/** The next bytes that arrive at the far end. */
async function arriving({ far }: SocketPair, bytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of far.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).byteLength;
    if (length >= bytes) break;
  }
  return Buffer.concat(chunks).toString();
}
