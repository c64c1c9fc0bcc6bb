import type { Duplex } from 'node:stream';

export class Room {
  private readonly readers = new Set<Duplex>();
  private frames: Buffer[] = [];

  enter(reader: Duplex): void {
    this.readers.add(reader);
  }

  leave(reader: Duplex): void {
    this.readers.delete(reader);
  }

  add(frame: Buffer): void {
    this.frames.push(frame);
  }

  /** The frames are joined once for everybody, and each socket has one write. */
  flush(): void {
    const joined = Buffer.concat(this.frames);
    this.frames = [];
    for (const reader of this.readers) reader.write(joined);
  }
}
