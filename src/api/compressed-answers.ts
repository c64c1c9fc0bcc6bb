import type { ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';

/** An answer is compressed while somebody waits for it: quickly, and with little memory where many are at once. */
const SPEED = {
  level: 4,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 } },
} as const;

const allowed = new WeakSet<ServerResponse>();

/** Compresses the answers for which that was allowed, and nothing else: files that people sent are never touched. */
export const compressedAnswers = compression({ ...SPEED, filter: (_, response) => allowed.has(response) });

/**
 * For an answer without a secret that opens anything, to a request that no other site can make: the length of a compressed answer
 * tells what its parts have in common, and whoever can write one part could guess the other (BREACH).
 */
export function allowCompression(response: ServerResponse): void {
  allowed.add(response);
}

/** Compresses files of ours that the build has not compressed. A part of a file is sent as it is. */
export const compressedFiles = compression({
  ...SPEED,
  filter: (request, response) => response.statusCode !== 206 && compression.filter(request, response),
});
