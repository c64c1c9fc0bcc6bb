const LARGE = 64 * 1024;

/** Joins short pieces, so that a file made of millions of tiny parts does not become millions of writes. */
export async function* inLargePieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes) {
    held.push(piece);
    size += piece.length;
    if (size < LARGE) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
