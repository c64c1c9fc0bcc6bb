import { createReadStream, existsSync } from 'node:fs';
import { link, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Settings } from '../config/index.js';
import { databasePath } from '../database/index.js';
import { openStorage, type Storage, syncFolderOf } from '../storage/index.js';
import { DATABASE_ENTRY, fileEntryOf, FORMAT, FORMAT_ENTRY, MANIFEST_ENTRY } from './archive-format.js';
import { ArchiveWriter } from './archive-writer.js';
import { BackupRefused } from './backup.errors.js';
import type { Manifest } from './manifest.js';
import { type NamedFile, Snapshot } from './snapshot.js';

/** Archives the database as it is at one moment, and the files that it names, while the server goes on. */
export async function backUp(settings: Settings, path: string): Promise<Manifest> {
  if (existsSync(path)) throw new BackupRefused(`${path} is there already. A backup overwrites nothing.`);
  if (!existsSync(dirname(path))) throw new BackupRefused(`There is no folder ${dirname(path)}. Make it first.`);
  const partial = `${path}.partial`;
  await using snapshot = await Snapshot.take(databasePath(settings), `${partial}.database`);
  // Left by one that was interrupted.
  await rm(partial, { force: true });
  const manifest = await writeArchive(partial, snapshot, openStorage(settings));
  await publish(partial, path);
  return manifest;
}

/** The files come before the database: what is found to be deleted meanwhile is left out of both. */
async function writeArchive(path: string, snapshot: Snapshot, storage: Storage): Promise<Manifest> {
  await using archive = await ArchiveWriter.create(path);
  await addText(archive, FORMAT_ENTRY, `${String(FORMAT)}\n`);
  const lacking: string[] = [];
  for (const file of snapshot.files()) lacking.push(...(await addFile(archive, snapshot, storage, file)));
  const about = { madeAt: new Date().toISOString(), migrations: snapshot.migrations(), counts: snapshot.counts() };
  snapshot.settle();
  const { size } = await stat(snapshot.path);
  if (!(await archive.add(DATABASE_ENTRY, size, createReadStream(snapshot.path))))
    throw new Error(`${snapshot.path} was changed while it was read.`);
  const manifest = { ...about, lacking, entries: archive.entries };
  await addText(archive, MANIFEST_ENTRY, JSON.stringify(manifest));
  await archive.finish();
  return manifest;
}

/** Gives back the keys of what should be there and is not, or is something else. */
async function addFile(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  storage: Storage,
  file: NamedFile,
): Promise<string[]> {
  const isThere = await addBytes(archive, storage, file.key, file);
  if (!isThere && snapshot.isGoneSince(file)) {
    snapshot.leaveOut(file);
    return [];
  }
  const lacking = isThere ? [] : [file.key];
  if (file.thumbnailKey === null || (await addBytes(archive, storage, file.thumbnailKey))) return lacking;
  // Deleted between its picture and its small picture: the database says so now, and the picture does no harm.
  if (snapshot.isGoneSince(file)) snapshot.leaveOut(file);
  else lacking.push(file.thumbnailKey);
  return lacking;
}

async function addBytes(
  archive: ArchiveWriter,
  storage: Storage,
  key: string,
  expected?: { readonly size: number; readonly sha256: string },
): Promise<boolean> {
  const size = await storage.sizeOf(key);
  if (size === undefined || (expected && expected.size !== size)) return false;
  const bytes = await storage.read(key);
  return bytes !== undefined && (await archive.add(fileEntryOf(key), size, bytes, expected?.sha256)) !== undefined;
}

async function addText(archive: ArchiveWriter, name: string, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  await archive.add(
    name,
    bytes.length,
    (async function* () {
      yield await Promise.resolve(bytes);
    })(),
  );
}

/** Unlike a rename, a link leaves what came to be there in the meantime. Not every disk has links. */
async function publish(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path);
    await rm(partial);
  } catch {
    if (existsSync(path)) throw new BackupRefused(`${path} is there already. A backup overwrites nothing.`);
    await rename(partial, path);
  }
  await syncFolderOf(path);
}
