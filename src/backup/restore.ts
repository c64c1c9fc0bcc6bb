import type { Settings } from '../config/index.js';
import { databasePath, ownDatabase } from '../database/index.js';
import { openStorage, type Storage } from '../storage/index.js';
import { DATABASE_ENTRY, keyOf } from './archive-format.js';
import { ArchiveReader } from './archive-reader.js';
import { BackupRefused } from './backup.errors.js';
import type { Manifest } from './manifest.js';
import { assertNoRemains, isThere, keepReplaced } from './replaced-database.js';
import { StagedDatabase } from './staged-database.js';
import { verify } from './verification.js';

export interface RestoreOptions {
  /** Whether a database that is there may be replaced. It is kept as a backup of its own. */
  readonly replace?: boolean;
  /** Whether everybody has to sign in again. */
  readonly endSessions?: boolean;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Where what was replaced is kept. */
  readonly kept: string | undefined;
}

/**
 * Puts the state of an archive in the place of what is there. Files never change under their key, so those of the archive come
 * first and disturb nobody; then the database takes its place at one moment. An interrupted restore has done nothing that counts.
 */
export async function restore(settings: Settings, path: string, options: RestoreOptions = {}): Promise<Restored> {
  await using archive = await ArchiveReader.open(path);
  const target = databasePath(settings);
  assertMayReplace(target, options);
  const manifest = await verify(archive);
  const ownership = ownDatabase(target);
  try {
    return { manifest, kept: await exchange(settings, archive, options) };
  } finally {
    ownership[Symbol.dispose]();
  }
}

async function exchange(
  settings: Settings,
  archive: ArchiveReader,
  options: RestoreOptions,
): Promise<string | undefined> {
  const target = databasePath(settings);
  // Once more, now that nobody else can come: to verify an archive takes a while.
  assertMayReplace(target, options);
  await using database = await stage(archive, target);
  const storage = openStorage(settings);
  await storage.prepare();
  const kept = isThere(target) ? await keepReplaced(settings) : undefined;
  if (kept !== undefined) database.carrySessionsOver(target);
  if (options.endSessions) database.endSessions();
  database.beginNewLog();
  database.forgetPasswordLinks();
  await writeFiles(archive, storage);
  await database.takePlace();
  return kept;
}

function assertMayReplace(target: string, { replace = false }: RestoreOptions): void {
  assertNoRemains(target);
  if (isThere(target) && !replace)
    throw new BackupRefused(
      `There is a database at ${target}. With --replace it is kept as a backup of its own, and replaced. Nothing was touched.`,
    );
}

async function stage(archive: ArchiveReader, target: string): Promise<StagedDatabase> {
  for await (const entry of archive.entries()) {
    if (entry.name !== DATABASE_ENTRY) continue;
    const database = await StagedDatabase.stage(target, entry);
    try {
      database.check();
      return database;
    } catch (error) {
      await database[Symbol.asyncDispose]();
      throw error;
    }
  }
  throw archive.damaged('it has no database');
}

async function writeFiles(archive: ArchiveReader, storage: Storage): Promise<void> {
  for await (const { name, content } of archive.entries()) {
    const key = keyOf(name);
    if (key !== undefined) await storage.writeBack(key, content());
  }
}
