import type { Duplex } from 'node:stream';
import type { Store } from '../raw/store.js';
import type { Room } from './room.js';

/** What came in one tick: one transaction, then the answers, then the rooms. */
export class Tick {
  private inserts: (() => void)[] = [];
  private answers = new Map<Duplex, Buffer[]>();
  private readonly told = new Set<Room>();

  constructor(private readonly store: Store) {}

  insert(work: () => void): void {
    this.inserts.push(work);
    if (this.inserts.length === 1) {
      setImmediate(() => {
        this.end();
      });
    }
  }

  answer(stream: Duplex, frame: Buffer): void {
    const frames = this.answers.get(stream) ?? [];
    frames.push(frame);
    this.answers.set(stream, frames);
  }

  tell(room: Room, frame: Buffer): void {
    room.add(frame);
    this.told.add(room);
  }

  private end(): void {
    const inserts = this.inserts;
    this.inserts = [];
    this.store.together(() => {
      for (const insert of inserts) insert();
    });
    for (const [stream, frames] of this.answers) stream.write(Buffer.concat(frames));
    this.answers = new Map();
    for (const room of this.told) room.flush();
    this.told.clear();
  }
}
