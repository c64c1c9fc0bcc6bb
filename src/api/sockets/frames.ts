import type { Payload } from '../../feed/index.js';

/** The id of an operation, as its client wrote it and as it goes out. */
export interface OperationId {
  readonly text: string;
  readonly bytes: Buffer;
}

const BEFORE_ID = Buffer.from('{"id":');
const BEFORE_PAYLOAD = Buffer.from(',"type":"next","payload":');
const AFTER_PAYLOAD = Buffer.from('}');

/** The frame that was made last. Many sockets in a row get the same payload, behind ids of one length and often the same id. */
let latest:
  { readonly payload: Payload; readonly id: OperationId; readonly idAt: number; readonly frame: Buffer } | undefined;

/** The frames that were joined last, for the same reason. */
let latestJoined: { readonly frames: readonly Buffer[]; readonly whole: Buffer } | undefined;

/** A text message in one unmasked WebSocket frame (RFC 6455, section 5.2). */
export function textFrame(text: string): Buffer {
  return framed([Buffer.from(text)]);
}

/** A graphql-transport-ws `next` message that brings a payload to the operation of this id. It is shared: nobody may write into it. */
export function nextFrame(payload: Payload, id: OperationId): Buffer {
  if (latest?.payload !== payload || latest.id.bytes.byteLength !== id.bytes.byteLength)
    latest = framedNext(payload, id);
  else if (latest.id.text !== id.text) latest = { ...latest, id, frame: withId(latest, id) };
  return latest.frame;
}

/** Frames behind one another. Shared as well. */
export function joined(frames: readonly Buffer[], length: number): Buffer {
  const [first] = frames;
  if (first && frames.length === 1) return first;
  if (!latestJoined || !areSame(latestJoined.frames, frames))
    latestJoined = { frames, whole: Buffer.concat(frames, length) };
  return latestJoined.whole;
}

function framedNext(payload: Payload, id: OperationId): NonNullable<typeof latest> {
  const frame = framed([BEFORE_ID, id.bytes, BEFORE_PAYLOAD, payload.bytes, AFTER_PAYLOAD]);
  const behindId = BEFORE_PAYLOAD.byteLength + payload.bytes.byteLength + AFTER_PAYLOAD.byteLength;
  return { payload, id, idAt: frame.byteLength - behindId - id.bytes.byteLength, frame };
}

function withId({ frame, idAt }: { readonly frame: Buffer; readonly idAt: number }, { bytes }: OperationId): Buffer {
  const own = Buffer.from(frame);
  own.set(bytes, idAt);
  return own;
}

function areSame(some: readonly Buffer[], others: readonly Buffer[]): boolean {
  return some.length === others.length && some.every((frame, index) => frame === others[index]);
}

function framed(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return Buffer.concat([header(length), ...parts]);
}

function header(length: number): Buffer {
  const finalText = 0x81;
  if (length < 126) return Buffer.from([finalText, length]);
  if (length < 65_536) return Buffer.from([finalText, 126, length >>> 8, length & 0xff]);
  const long = Buffer.alloc(10);
  long.set([finalText, 127]);
  long.writeBigUInt64BE(BigInt(length), 2);
  return long;
}
