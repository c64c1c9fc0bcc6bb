import type { GraphQLError } from 'graphql';
import { isSharedPart } from '../../graphql/index.js';
import { tooComplex } from './too-complex.js';

/** More than this a server of little memory cannot write down for several at once. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** How many bytes an answer's texts come to; of one that is too large, as many as were counted until then. */
export function sizeOf(data: unknown): number {
  const waiting: unknown[] = [data];
  let bytes = 0;
  while (waiting.length > 0 && bytes <= MAX_ANSWER_BYTES) {
    const value = waiting.pop();
    if (typeof value === 'string') bytes += Buffer.byteLength(value);
    else if (typeof value === 'object' && value !== null) {
      if (value !== data && isSharedPart(value)) bytes += sizeOfPart(value);
      else for (const inner of Object.values(value)) waiting.push(inner);
    }
  }
  return bytes;
}

const sizesOfParts = new WeakMap<object, number>();

/** Counted once for all the answers that it is part of. */
function sizeOfPart(part: object): number {
  const size = sizesOfParts.get(part) ?? sizeOf(part);
  sizesOfParts.set(part, size);
  return size;
}

/** Only what was read knows how long it is: this is the one refusal that comes after the reading. */
export function refusalOfSize(bytes: number): GraphQLError | undefined {
  if (bytes <= MAX_ANSWER_BYTES) return undefined;
  const mebibytes = String(MAX_ANSWER_BYTES / 1024 / 1024);
  return tooComplex(`the answer has more than ${mebibytes} MiB. Ask for smaller pages, or for less of each`);
}
