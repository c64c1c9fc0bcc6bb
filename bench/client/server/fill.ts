import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Rows, type Value, type Values } from '../../history/rows.js';
import { pageAt, PAGES, PICTURES, saidAs } from './said.js';

/** How many were said on a day. */
const PER_DAY = 400;
const DAY = 86_400_000;

export interface Filling {
  /** The file of the database, and the folder of what people have uploaded. */
  readonly database: string;
  readonly uploads: string;
  /** Where its people have said something, and shown each of the pictures in a message without a word. */
  readonly sampleRoom: string;
}

/**
 * Fills rooms by writing rows of the database: over the API a hundred thousand messages take a quarter of an hour. Messages and files are copies of those
 * that the server itself wrote, so that whatever columns they have are right. The log of events knows nothing of them, and nobody missed it.
 */
export class RoomFiller {
  private readonly rows: Rows;
  private readonly words: readonly Values[];
  private readonly files: readonly Values[];
  private readonly previews: readonly string[];
  private readonly addMessage: (row: Values) => void;
  private readonly addFile: (row: Values) => void;
  private readonly addReaction: (row: Values) => void;
  private readonly addLink: (row: Values) => void;

  constructor(private readonly filling: Filling) {
    this.rows = new Rows(filling.database);
    const said = this.rows.find('select * from message where room_id = ? order by number', filling.sampleRoom);
    this.words = said.filter(({ body }) => body !== '');
    this.files = this.rows.find('select * from file where room_id = ? order by id', filling.sampleRoom);
    const [word] = this.words;
    const [file] = this.files;
    if (!word || !file || this.files.length < PICTURES) throw new Error('There is nothing that could be copied.');
    this.addMessage = this.rows.inserter('message', Object.keys(word));
    this.addFile = this.rows.inserter('file', Object.keys(file));
    this.addReaction = this.rows.inserter('reaction', ['message_id', 'user_id', 'emoji', 'seq', 'first_seq']);
    this.addLink = this.rows.inserter('message_link', ['message_id', 'place', 'url', 'preview_id']);
    this.previews = this.addPreviews();
  }

  /** Resolves with the number of the last message there. */
  fill(roomId: string, count: number): number {
    const [room] = this.rows.find('select last_seq, last_number from room where id = ?', roomId);
    if (!room) throw new Error('There is no such room.');
    const [seq, number] = [Number(room.last_seq), Number(room.last_number)];
    const last = number + count;
    const now = Date.now();
    this.rows.together(() => {
      for (let next = 1; next <= count; next += 1)
        this.add(roomId, { number: number + next, seq: seq + next, at: now - ((count - next) * DAY) / PER_DAY });
      this.rows.run('update room set last_seq = ?, last_number = ? where id = ?', seq + count, last, roomId);
    });
    return last;
  }

  close(): void {
    this.rows.close();
  }

  private add(roomId: string, place: { readonly number: number; readonly seq: number; readonly at: number }): void {
    const { body, picture, page, reactions } = saidAs(place.number);
    const id = randomUUID();
    // Several in a row are by the same person, as in any conversation.
    const sample = this.words[Math.floor(place.number / 3) % this.words.length];
    const at = Math.round(place.at);
    const fresh = { nonce: null, fingerprint: null, reply_to_id: null, created_at: at };
    this.addMessage({ ...sample, ...fresh, id, room_id: roomId, number: place.number, seq: place.seq, body });
    if (picture !== null) this.addCopyOf(this.files[picture] ?? {}, { roomId, messageId: id, at });
    if (page !== null)
      this.addLink({ message_id: id, place: 0, url: pageAt(page), preview_id: this.previews[page] ?? '' });
    for (const [index, emoji] of reactions.entries())
      for (const person of this.words.slice(0, 1 + index))
        this.addReaction({
          message_id: id,
          user_id: person.author_id ?? null,
          emoji,
          seq: place.seq,
          first_seq: place.seq,
        });
  }

  /** Each picture has bytes of its own, as far as a browser can tell. */
  private addCopyOf(file: Values, { roomId, messageId, at }: { roomId: string; messageId: string; at: number }): void {
    const key = this.copyOf(String(file.key));
    const thumbnail = file.thumbnail_key ? this.copyOf(String(file.thumbnail_key)) : null;
    const place = { id: randomUUID(), room_id: roomId, message_id: messageId, created_at: at };
    this.addFile({ ...file, ...place, key, thumbnail_key: thumbnail });
  }

  private copyOf(key: string): string {
    const copy = randomBytes(16).toString('hex');
    mkdirSync(this.folderOf(copy), { recursive: true });
    linkSync(join(this.folderOf(key), key), join(this.folderOf(copy), copy));
    return copy;
  }

  private folderOf(key: string): string {
    return join(this.filling.uploads, key.slice(0, 2), key.slice(2, 4));
  }

  /** What the pages that are linked to said of themselves; every other one has a picture. */
  private addPreviews(): string[] {
    const addPicture = this.rows.inserter('preview_picture', [
      ...['version', 'key', 'width', 'height', 'size', 'sha256', 'is_unused'],
    ]);
    const addPreview = this.rows.inserter('link_preview', [
      ...['id', 'url', 'state', 'title', 'description', 'site_name', 'picture_version', 'attempts'],
      ...['next_attempt_at', 'expires_at'],
    ]);
    return Array.from({ length: PAGES }, (_, page) => {
      const id = randomUUID();
      const file = this.files[page] ?? {};
      const version = page % 2 === 0 ? randomUUID() : null;
      if (version !== null) {
        const { width = null, height = null, size = null, sha256 = null } = file;
        addPicture({ version, key: this.copyOf(String(file.key)), width, height, size, sha256, is_unused: 0 });
      }
      const said: Record<string, Value> = {
        title: `An article that one has to have read, number ${String(page)}`,
        description: 'It says in a sentence or two what it is about, and leaves the rest to whoever opens it.',
        site_name: 'Example',
      };
      const when = { attempts: 1, next_attempt_at: Date.now(), expires_at: Date.now() + DAY };
      addPreview({ id, url: pageAt(page), state: 'MADE', ...said, picture_version: version, ...when });
      return id;
    });
  }
}
