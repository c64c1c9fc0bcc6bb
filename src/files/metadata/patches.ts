/** Bytes that take the place of others, somewhere in a file: those given, and zeros for the rest of its length. */
export interface Patch {
  readonly at: number;
  readonly length: number;
  readonly bytes?: Buffer;
}

/** The same file with patches on it: as long as it was, so that whatever in it points to a place still points to it. */
export async function* patched(source: AsyncIterable<Buffer>, patches: readonly Patch[]): AsyncGenerator<Buffer, void> {
  let ahead = patches.toSorted((one, other) => one.at - other.at);
  let at = 0;
  for await (const piece of source) {
    const end = at + piece.length;
    if (ahead.some((patch) => patch.at < end)) {
      const copy = Buffer.from(piece);
      for (const patch of ahead) {
        if (patch.at >= end) break;
        put(patch, copy, at);
      }
      yield copy;
      ahead = ahead.filter((patch) => patch.at + patch.length > end);
    } else yield piece;
    at = end;
  }
}

function put({ at, length, bytes = Buffer.alloc(0) }: Patch, piece: Buffer, pieceAt: number): void {
  const from = Math.max(at - pieceAt, 0);
  piece.fill(0, from, Math.min(at + length - pieceAt, piece.length));
  const skipped = Math.max(pieceAt - at, 0);
  if (skipped < bytes.length) bytes.subarray(0, length).copy(piece, from, skipped);
}
