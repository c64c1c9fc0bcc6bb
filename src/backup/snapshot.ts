import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import Sqlite, { type Database } from 'better-sqlite3';
import { BackupRefused } from './backup.errors.js';
import {
  COPY_WHOLE_DATABASE,
  countOf,
  FILE_WITH_KEY,
  FORGET_AVATARS_NOT_SHOWN,
  FORGET_PREVIEW_PICTURES_NOT_SHOWN,
  FORGET_RESUMABLE_UPLOADS,
  HAS_AVATARS,
  HAS_PREVIEW_PICTURES,
  HAS_RESUMABLE_UPLOADS,
  MIGRATIONS_DONE,
  OUR_TABLES,
  PREVIEW_PICTURE_WITH_KEY,
  REMOVE_FILE_WITH_KEY,
  SHOWN_AVATAR_WITH_KEY,
  STORED_AVATARS,
  STORED_FILES,
  STORED_PREVIEW_PICTURES,
  TAKE_AVATAR_WITH_KEY,
  TAKE_PREVIEW_PICTURE_WITH_KEY,
} from './backup.queries.js';
import { COUNTED_TABLES, type Counts } from './manifest.js';

/** A stored file, as a row of the database names it. */
export interface NamedFile {
  /** What it is, where it is no file that somebody sent. */
  readonly kind?: keyof typeof STILL_THERE;
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
  readonly thumbnailKey: string | null;
}

/** The database as it was at one moment, in a file of its own; and the database itself, which goes on. */
export class Snapshot {
  private constructor(
    readonly path: string,
    private readonly taken: Database,
    private readonly live: Database,
  ) {}

  /** Copies in one read transaction: nobody who writes waits for it, and nothing that was deleted comes along. */
  static async take(databasePath: string, path: string): Promise<Snapshot> {
    if (!existsSync(databasePath))
      throw new BackupRefused(`There is no database at ${databasePath}. Check DATABASE_URL.`);
    await rm(path, { force: true });
    // SQLite would make it readable to everybody.
    await (await open(path, 'wx', 0o600)).close();
    const live = new Sqlite(databasePath, { readonly: true, timeout: 5000 });
    try {
      if (!isOurs(live)) throw new BackupRefused(`${databasePath} is no database of Tertulia. Check DATABASE_URL.`);
      live.prepare(COPY_WHOLE_DATABASE).run(path);
      const taken = new Sqlite(path);
      forgetResumableUploads(taken);
      return new Snapshot(path, taken, live);
    } catch (error) {
      live.close();
      await rm(path, { force: true });
      throw error;
    }
  }

  files(): NamedFile[] {
    return [...this.taken.prepare<[], NamedFile>(STORED_FILES).all(), ...this.avatars(), ...this.previewPictures()];
  }

  /** Whether the file was deleted after the snapshot was taken. Rows go before bytes: what still has a row should have its bytes. */
  isGoneSince({ key, kind = 'file' }: NamedFile): boolean {
    return this.live.prepare(STILL_THERE[kind]).get(key) === undefined;
  }

  leaveOut({ key, kind = 'file' }: NamedFile): void {
    this.taken.prepare(LEFT_OUT[kind]).run(key);
    if (kind === 'avatar') this.taken.prepare(FORGET_AVATARS_NOT_SHOWN).run();
    if (kind === 'preview') this.taken.prepare(FORGET_PREVIEW_PICTURES_NOT_SHOWN).run();
  }

  migrations(): string[] {
    return migrationsOf(this.taken);
  }

  counts(): Counts {
    const count = (table: string) => Number(this.taken.prepare(countOf(table)).pluck().get());
    // Every table that is counted has its entry.
    return Object.fromEntries(COUNTED_TABLES.map((table) => [table, count(table)])) as Counts;
  }

  /** What is at the path is whole then. */
  settle(): void {
    this.taken.close();
  }

  /** What was replaced is about to go: here it has gone. */
  private avatars(): NamedFile[] {
    if (Number(this.taken.prepare(HAS_AVATARS).pluck().get()) === 0) return [];
    this.taken.prepare(FORGET_AVATARS_NOT_SHOWN).run();
    return this.taken
      .prepare<[], NamedFile>(STORED_AVATARS)
      .all()
      .map((file) => ({ ...file, kind: 'avatar' }));
  }

  /** The same of the pictures of pages. */
  private previewPictures(): NamedFile[] {
    if (Number(this.taken.prepare(HAS_PREVIEW_PICTURES).pluck().get()) === 0) return [];
    this.taken.prepare(FORGET_PREVIEW_PICTURES_NOT_SHOWN).run();
    return this.taken
      .prepare<[], NamedFile>(STORED_PREVIEW_PICTURES)
      .all()
      .map((file) => ({ ...file, kind: 'preview' }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.taken.close();
    this.live.close();
    for (const end of ['', '-journal', '-wal', '-shm']) await rm(this.path + end, { force: true });
  }
}

const STILL_THERE = {
  file: FILE_WITH_KEY,
  avatar: SHOWN_AVATAR_WITH_KEY,
  preview: PREVIEW_PICTURE_WITH_KEY,
} as const;

const LEFT_OUT = {
  file: REMOVE_FILE_WITH_KEY,
  avatar: TAKE_AVATAR_WITH_KEY,
  preview: TAKE_PREVIEW_PICTURE_WITH_KEY,
} as const;

/** Whoever sends one begins it anew. */
function forgetResumableUploads(taken: Database): void {
  if (Number(taken.prepare(HAS_RESUMABLE_UPLOADS).pluck().get()) > 0) taken.prepare(FORGET_RESUMABLE_UPLOADS).run();
}

/** The migrations that a database has been through, in their order. */
export function migrationsOf(database: Database): string[] {
  return database.prepare<[], string>(MIGRATIONS_DONE).pluck().all();
}

function isOurs(database: Database): boolean {
  const named = database.prepare(OUR_TABLES).pluck();
  return Number(named.get()) === 2;
}
