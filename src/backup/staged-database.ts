import { open, rename, rm } from 'node:fs/promises';
import Sqlite, { type Database } from 'better-sqlite3';
import { newId } from '../runtime/index.js';
import { syncFolderOf } from '../storage/index.js';
import type { ArchivedFile } from './archive-reader.js';
import { BackupRefused } from './backup.errors.js';
import { BEGIN_NEW_LOG, END_EVERY_SESSION, FORGET_PASSWORD_LINKS, HAS_PASSWORD_LINKS } from './backup.queries.js';
import { carrySessionsOver, endBotTokens } from './restored-sessions.js';
import { migrationsOf } from './snapshot.js';
import { assertKnown } from './verification.js';

/** The database of an archive, beside the one that it is to replace. Until it takes its place, nothing has happened. */
export class StagedDatabase {
  private constructor(
    private readonly path: string,
    private readonly staged: string,
    private readonly database: Database,
  ) {}

  static async stage(path: string, { content }: ArchivedFile): Promise<StagedDatabase> {
    const staged = `${path}.restoring`;
    await remove(staged);
    try {
      await using file = await open(staged, 'wx', 0o600);
      for await (const piece of content()) await file.writeFile(piece);
    } catch (error) {
      await remove(staged);
      throw error;
    }
    return new StagedDatabase(path, staged, new Sqlite(staged));
  }

  /** What the hashes of an archive cannot say: that its database is one that this code can open. */
  check(): void {
    if (!this.isSound()) throw new BackupRefused('The database in the backup is damaged. Nothing was touched.');
    assertKnown(migrationsOf(this.database));
  }

  /** Another log than the one that was archived: what happened there since will never happen here, so its cursors end. */
  beginNewLog(): void {
    this.database.prepare(BEGIN_NEW_LOG).run(newId());
  }

  /** Which of them were used since nobody knows: whoever finds an old one must not get in by it. */
  forgetPasswordLinks(): void {
    if (Number(this.database.prepare(HAS_PASSWORD_LINKS).pluck().get()) > 0) this.database.exec(FORGET_PASSWORD_LINKS);
  }

  carrySessionsOver(fromPath: string): void {
    carrySessionsOver(this.database, fromPath);
  }

  endSessions(): void {
    this.database.exec(END_EVERY_SESSION);
    endBotTokens(this.database);
  }

  /** The one moment at which the new takes the place of the old. */
  async takePlace(): Promise<void> {
    this.database.pragma('journal_mode = delete');
    this.database.close();
    await sync(this.staged);
    await rename(this.staged, this.path);
    await syncFolderOf(this.path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.database.close();
    await remove(this.staged);
  }

  private isSound(): boolean {
    try {
      return this.database.pragma('integrity_check', { simple: true }) === 'ok';
    } catch {
      return false;
    }
  }
}

async function remove(path: string): Promise<void> {
  for (const end of ['', '-journal', '-wal', '-shm']) await rm(path + end, { force: true });
}

async function sync(path: string): Promise<void> {
  await using file = await open(path, 'r+');
  await file.sync();
}
