import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import Sqlite, { type Database } from 'better-sqlite3';
import { BackupRefused } from './backup.errors.js';
import {
  COPY_WHOLE_DATABASE,
  countOf,
  FILE_WITH_KEY,
  FORGET_AVATARS_NOT_SHOWN,
  HAS_AVATARS,
  MIGRATIONS_DONE,
  OUR_TABLES,
  REMOVE_FILE_WITH_KEY,
  SHOWN_AVATAR_WITH_KEY,
  STORED_AVATARS,
  STORED_FILES,
  TAKE_AVATAR_WITH_KEY,
} from './backup.queries.js';
import { COUNTED_TABLES, type Counts } from './manifest.js';

/** A stored file, as a row of the database names it. */
export interface NamedFile {
  readonly isAvatar?: true;
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
      return new Snapshot(path, new Sqlite(path), live);
    } catch (error) {
      live.close();
      await rm(path, { force: true });
      throw error;
    }
  }

  files(): NamedFile[] {
    return [...this.taken.prepare<[], NamedFile>(STORED_FILES).all(), ...this.avatars()];
  }

  /** Whether the file was deleted after the snapshot was taken. Rows go before bytes: what still has a row should have its bytes. */
  isGoneSince({ key, isAvatar }: NamedFile): boolean {
    return this.live.prepare(isAvatar ? SHOWN_AVATAR_WITH_KEY : FILE_WITH_KEY).get(key) === undefined;
  }

  leaveOut({ key, isAvatar }: NamedFile): void {
    this.taken.prepare(isAvatar ? TAKE_AVATAR_WITH_KEY : REMOVE_FILE_WITH_KEY).run(key);
    if (isAvatar) this.taken.prepare(FORGET_AVATARS_NOT_SHOWN).run();
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
      .map((file) => ({ ...file, isAvatar: true }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.taken.close();
    this.live.close();
    for (const end of ['', '-journal', '-wal', '-shm']) await rm(this.path + end, { force: true });
  }
}

/** The migrations that a database has been through, in their order. */
export function migrationsOf(database: Database): string[] {
  return database.prepare<[], string>(MIGRATIONS_DONE).pluck().all();
}

function isOurs(database: Database): boolean {
  const named = database.prepare(OUR_TABLES).pluck();
  return Number(named.get()) === 2;
}
