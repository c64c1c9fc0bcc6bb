import type { Payload } from '../../feed/index.js';

/** The bytes of a WebSocket frame, in which the id of an operation has its place left free. */
export interface Frame {
  readonly bytes: Buffer;
  readonly idAt: number;
}

const BEFORE_ID = Buffer.from('{"id":');
const BEFORE_PAYLOAD = Buffer.from(',"type":"next","payload":');
const AFTER_PAYLOAD = Buffer.from('}');

/** The frame that was made last: many sockets in a row get the same payload behind ids of one length. */
let latest: { readonly payload: Payload; readonly idBytes: number; readonly frame: Frame } | undefined;

/** A text message in one unmasked WebSocket frame (RFC 6455, section 5.2). */
export function textFrame(text: string): Frame {
  return { bytes: framed([Buffer.from(text)]), idAt: 0 };
}

/** A graphql-transport-ws `next` message that brings a payload to operations whose ids are this long. */
export function nextFrame(payload: Payload, idBytes: number): Frame {
  if (latest?.payload === payload && latest.idBytes === idBytes) return latest.frame;
  const bytes = framed([BEFORE_ID, Buffer.alloc(idBytes), BEFORE_PAYLOAD, payload.bytes, AFTER_PAYLOAD]);
  const behindId = BEFORE_PAYLOAD.byteLength + payload.bytes.byteLength + AFTER_PAYLOAD.byteLength;
  latest = { payload, idBytes, frame: { bytes, idAt: bytes.byteLength - behindId - idBytes } };
  return latest.frame;
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
