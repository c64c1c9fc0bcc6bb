/** What a tar archive is made of. */
export const BLOCK = 512;

/** The first entry: a version of ours that cannot read the rest can read this. */
export const FORMAT_ENTRY = 'tertulia-backup';
export const FORMAT = 1;

export const DATABASE_ENTRY = 'database.sqlite';

/** The last entry: an archive that ends before it is not whole. */
export const MANIFEST_ENTRY = 'manifest.json';

const FILE_ENTRY = /^files\/([0-9a-f]{32})$/;

export function fileEntryOf(key: string): string {
  return `files/${key}`;
}

/** The key of a stored file; `undefined` for every other entry. */
export function keyOf(entry: string): string | undefined {
  return FILE_ENTRY.exec(entry)?.[1];
}

/** How far the content of an entry is from the end of its last block. */
export function paddingOf(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}
