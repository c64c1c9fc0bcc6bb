import type { Payload } from '../../feed/index.js';

/** A text message in one unmasked WebSocket frame (RFC 6455, section 5.2). */
export function textFrame(text: string): Buffer {
  return framed([Buffer.from(text)]);
}

/** A graphql-transport-ws `next` message, but for the operation's id, which has its place left free. */
export interface NextFrame {
  readonly bytes: Buffer;
  readonly idAt: number;
}

const BEFORE_ID = Buffer.from('{"id":');
const BEFORE_PAYLOAD = Buffer.from(',"type":"next","payload":');
const AFTER_PAYLOAD = Buffer.from('}');

let latest: { payload: Payload; idBytes: number; frame: NextFrame } | undefined;

/** The frame that brings a payload to operations whose ids are this long. Many sockets in a row ask for the same one. */
export function nextFrame(payload: Payload, idBytes: number): NextFrame {
  if (latest?.payload === payload && latest.idBytes === idBytes) return latest.frame;
  const parts = [BEFORE_ID, Buffer.alloc(idBytes), BEFORE_PAYLOAD, payload.bytes, AFTER_PAYLOAD];
  const bytes = framed(parts);
  const behindId = BEFORE_PAYLOAD.byteLength + payload.bytes.byteLength + AFTER_PAYLOAD.byteLength;
  const frame = { bytes, idAt: bytes.byteLength - behindId - idBytes };
  latest = { payload, idBytes, frame };
  return frame;
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
