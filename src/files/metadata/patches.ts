/** Bytes that take the place of others, somewhere in a file: those given, and zeros for the rest of its length. */
export interface Patch {
  readonly at: number;
  readonly length: number;
  readonly bytes?: Buffer;
}

/** The same file with patches on it: as long as it was, so that whatever in it points to a place still points to it. */
export async function* patched(source: AsyncIterable<Buffer>, patches: readonly Patch[]): AsyncGenerator<Buffer, void> {
  const inOrder = patches.toSorted((one, other) => one.at - other.at);
  const layers = [new Layer(united(inOrder)), new Layer(inOrder.flatMap(wordsOf))];
  let at = 0;
  for await (const piece of source) {
    const isTouched = layers.some((layer) => layer.reaches(at + piece.length));
    const copy = isTouched ? Buffer.from(piece) : piece;
    if (isTouched) for (const layer of layers) layer.putInto(copy, at);
    yield copy;
    at += piece.length;
  }
}

/** Each byte once: a file can claim ten thousand times that all of it is to be blanked. */
function united(inOrder: readonly Patch[]): Patch[] {
  const stretches: { at: number; length: number }[] = [];
  for (const { at, length } of inOrder) {
    const last = stretches.at(-1);
    if (last && at <= last.at + last.length) last.length = Math.max(last.length, at + length - last.at);
    else stretches.push({ at, length });
  }
  return stretches;
}

function wordsOf({ at, length, bytes }: Patch): Patch[] {
  return bytes ? [{ at, length: Math.min(length, bytes.length), bytes }] : [];
}

/** Patches in the order of their places, which go by once. */
class Layer {
  private next = 0;

  constructor(private readonly patches: readonly Patch[]) {}

  reaches(end: number): boolean {
    return (this.patches[this.next]?.at ?? Infinity) < end;
  }

  putInto(piece: Buffer, pieceAt: number): void {
    const end = pieceAt + piece.length;
    for (let index = this.next; index < this.patches.length; index += 1) {
      const patch = this.patches[index];
      if (!patch || patch.at >= end) break;
      put(patch, piece, pieceAt);
      if (index === this.next && patch.at + patch.length <= end) this.next += 1;
    }
  }
}

function put({ at, length, bytes = Buffer.alloc(0) }: Patch, piece: Buffer, pieceAt: number): void {
  if (at + length <= pieceAt) return;
  const from = Math.max(at - pieceAt, 0);
  piece.fill(0, from, Math.min(at + length - pieceAt, piece.length));
  const skipped = Math.max(pieceAt - at, 0);
  if (skipped < bytes.length) bytes.subarray(0, length).copy(piece, from, skipped);
}
