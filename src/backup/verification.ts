import { createHash } from 'node:crypto';
import { MIGRATION_NAMES } from '../database/index.js';
import { DATABASE_ENTRY, FORMAT, FORMAT_ENTRY, keyOf, MANIFEST_ENTRY } from './archive-format.js';
import type { ArchivedFile, ArchiveReader } from './archive-reader.js';
import { BackupRefused } from './backup.errors.js';
import { type Manifest, type ManifestEntry, readManifest } from './manifest.js';

const MAX_TEXT_LENGTH = 256 * 1024 * 1024;

/** Reads all of an archive and believes none of it: gives back its manifest when everything is there and as the manifest says. */
export async function verify(archive: ArchiveReader): Promise<Manifest> {
  const found: ManifestEntry[] = [];
  let manifest: Manifest | undefined;
  for await (const entry of archive.entries()) {
    if (manifest) throw archive.damaged('something follows its end');
    if (found.length === 0) await assertFormat(archive, entry);
    if (entry.name === MANIFEST_ENTRY) manifest = readManifest(await textOf(archive, entry));
    else found.push(await hashed(archive, entry));
  }
  if (!manifest) throw archive.damaged('it has no manifest');
  assertSame(archive, found, manifest);
  assertKnown(manifest.migrations);
  return manifest;
}

/** A database that went through more than this code knows is not opened, or it would be damaged. */
export function assertKnown(migrations: readonly string[]): void {
  const unknown = migrations.filter((name) => !MIGRATION_NAMES.includes(name));
  if (unknown.length > 0)
    throw new BackupRefused(
      `The backup is from a newer version of Tertulia (it has ${unknown.join(', ')}). Update this one first. Nothing was touched.`,
    );
}

async function assertFormat(archive: ArchiveReader, entry: ArchivedFile): Promise<void> {
  if (entry.name !== FORMAT_ENTRY) throw archive.damaged('it does not begin as one');
  const format = (await textOf(archive, entry)).trim();
  if (format !== String(FORMAT))
    throw new BackupRefused(
      `The backup is in format ${format.slice(0, 20)}, and this version of Tertulia knows ${String(FORMAT)}. Update this one first. Nothing was touched.`,
    );
}

async function hashed(archive: ArchiveReader, { name, size, content }: ArchivedFile): Promise<ManifestEntry> {
  if (![FORMAT_ENTRY, DATABASE_ENTRY].includes(name) && keyOf(name) === undefined)
    throw archive.damaged('it holds a file that no backup has');
  const hash = createHash('sha256');
  for await (const piece of content()) hash.update(piece);
  return { name, size, sha256: hash.digest('hex') };
}

function assertSame(archive: ArchiveReader, found: readonly ManifestEntry[], { entries }: Manifest): void {
  const lines = (list: readonly ManifestEntry[]) =>
    list.map(({ name, size, sha256 }) => `${name} ${String(size)} ${sha256}`);
  const [there, wanted] = [lines(found), lines(entries)];
  if (new Set(there).size < there.length || there.toSorted().join('\n') !== wanted.toSorted().join('\n'))
    throw archive.damaged('its content is not what its manifest says');
  if (!found.some(({ name }) => name === DATABASE_ENTRY)) throw archive.damaged('it has no database');
}

async function textOf(archive: ArchiveReader, { size, content }: ArchivedFile): Promise<string> {
  if (size > MAX_TEXT_LENGTH) throw archive.damaged('its manifest is too long');
  const pieces: Buffer[] = [];
  for await (const piece of content()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
