import { readFileSync, writeFileSync } from 'node:fs';
import { Header } from 'tar';
import { sha256 } from './folder-contents.js';

const BLOCK = 512;

export interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

/** The entries of a tar archive of plain files. */
export function entriesOf(path: string): Entry[] {
  const bytes = readFileSync(path);
  const entries: Entry[] = [];
  for (let place = 0; ;) {
    const { nullBlock, path: name = '', size = 0 } = new Header(bytes, place);
    if (nullBlock) return entries;
    entries.push({ name, content: bytes.subarray(place + BLOCK, place + BLOCK + size) });
    place += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** An archive of these, by somebody who knows the format well. */
export function writeEntries(path: string, entries: readonly Entry[]): void {
  const parts = entries.flatMap(({ name, content }) => {
    const header = Buffer.alloc(BLOCK);
    new Header({ path: name, size: content.length, type: 'File', mode: 0o600 }).encode(header, 0);
    return [header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)];
  });
  writeFileSync(path, Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]));
}

/** The same entries, with a manifest that says so: all hashes are right. */
export function withManifest(
  entries: readonly Entry[],
  change: (manifest: object) => object = (same) => same,
): Entry[] {
  const manifest = entries.find(({ name }) => name === 'manifest.json');
  const others = entries.filter((entry) => entry !== manifest);
  const listed = others.map(({ name, content }) => ({ name, size: content.length, sha256: sha256(content) }));
  const said = change({ ...(JSON.parse(manifest?.content.toString() ?? '{}') as object), entries: listed });
  return [...others, { name: 'manifest.json', content: Buffer.from(JSON.stringify(said)) }];
}
