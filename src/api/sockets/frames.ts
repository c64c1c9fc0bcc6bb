import type { Payload } from '../../feed/index.js';

/** The id of an operation, as its client wrote it and as it goes out. */
export interface OperationId {
  readonly text: string;
  readonly bytes: Buffer;
}

/** What goes out over one socket, one thing behind the other: payloads with the id that each is for, and frames that have none. */
export interface Outgoing {
  readonly payloads: readonly Payload[];
  readonly ids: readonly (OperationId | undefined)[];
}

/** What was written for a socket, and where in it each id stands. */
interface Written extends Outgoing {
  ids: readonly (OperationId | undefined)[];
  readonly idAt: readonly number[];
  readonly bytes: Buffer;
}

const BEFORE_ID = Buffer.from('{"id":');
const BEFORE_PAYLOAD = Buffer.from(',"type":"next","payload":');
const AFTER_PAYLOAD = Buffer.from('}');
const FINAL_TEXT = 0x81;

/** Ids are as long as each client makes them: more than one length, so that these do not drive out each other. */
const MAX_REMEMBERED = 4;

let remembered: readonly Written[] = [];

/** A text message in one unmasked WebSocket frame (RFC 6455, section 5.2). */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(headerLength(length) + length);
  frame.write(text, putHeader(frame, 0, length));
  return frame;
}

/** How many bytes the frame takes that brings a payload to the operation of this id. */
export function nextFrameLength(payload: Payload, id: OperationId): number {
  const length = nextLength(payload, id);
  return headerLength(length) + length;
}

/**
 * The bytes that go out. Of thousands of sockets in a row each gets the same payloads, behind ids of one length: what was written
 * for the last is given out again, with the ids of the next put in their places. So a delivery costs neither memory nor copying. The
 * bytes are good until the next call alone; who still needs them then says so by `keep`.
 */
export function bytesOf(outgoing: Outgoing, length: number): Buffer {
  const { payloads, ids } = outgoing;
  const [first] = payloads;
  if (first && payloads.length === 1 && ids[0] === undefined) return first.bytes;
  const again = remembered.find((written) => differsInIds(written, outgoing));
  if (again) {
    putIds(again, ids);
    return again.bytes;
  }
  const written = write(outgoing, length);
  // A frame without an id is an answer to one socket alone: nobody else will need it.
  if (!ids.includes(undefined)) remembered = [written, ...remembered.slice(0, MAX_REMEMBERED - 1)];
  return written.bytes;
}

/** From now on nobody writes into these bytes. */
export function keep(bytes: Buffer): void {
  remembered = remembered.filter((written) => written.bytes !== bytes);
}

/** Whether both have the same payloads, and ids that take the same place. */
function differsInIds(written: Written, { payloads, ids }: Outgoing): boolean {
  if (written.payloads.length !== payloads.length) return false;
  for (let n = 0; n < payloads.length; n += 1) {
    if (written.payloads[n] !== payloads[n]) return false;
    if (written.ids[n]?.bytes.byteLength !== ids[n]?.bytes.byteLength) return false;
  }
  return true;
}

function putIds(written: Written, ids: Outgoing['ids']): void {
  for (let n = 0; n < ids.length; n += 1) {
    const id = ids[n];
    if (id && id.text !== written.ids[n]?.text) written.bytes.set(id.bytes, written.idAt[n] ?? 0);
  }
  written.ids = ids;
}

function write({ payloads, ids }: Outgoing, length: number): Written {
  const bytes = Buffer.allocUnsafe(length);
  const idAt: number[] = [];
  let at = 0;
  for (const [n, payload] of payloads.entries()) {
    const id = ids[n];
    if (id) {
      at = put(BEFORE_ID, bytes, putHeader(bytes, at, nextLength(payload, id)));
      idAt.push(at);
      at = put(BEFORE_PAYLOAD, bytes, put(id.bytes, bytes, at));
      at = put(AFTER_PAYLOAD, bytes, put(payload.bytes, bytes, at));
    } else {
      idAt.push(at);
      at = put(payload.bytes, bytes, at);
    }
  }
  return { payloads, ids, idAt, bytes };
}

function nextLength(payload: Payload, id: OperationId): number {
  const around = BEFORE_ID.byteLength + BEFORE_PAYLOAD.byteLength + AFTER_PAYLOAD.byteLength;
  return around + id.bytes.byteLength + payload.bytes.byteLength;
}

/** Answers where what comes behind it begins. */
function put(part: Buffer, into: Buffer, at: number): number {
  into.set(part, at);
  return at + part.byteLength;
}

function headerLength(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

function putHeader(into: Buffer, at: number, length: number): number {
  into[at] = FINAL_TEXT;
  if (length < 126) return into.writeUInt8(length, at + 1);
  if (length < 65_536) return into.writeUInt16BE(length, into.writeUInt8(126, at + 1));
  return into.writeBigUInt64BE(BigInt(length), into.writeUInt8(127, at + 1));
}
