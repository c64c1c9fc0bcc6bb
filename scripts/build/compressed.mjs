import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fromRoot } from '../bootstrap/root.mjs';

/** Fonts and pictures are compressed already. */
const COMPRESSIBLE = /\.(?:css|html|js|json|svg|txt|webmanifest)$/;

/** The last step takes three times as long and saves a fiftieth: seconds here, on each first visit there. */
const BROTLI_QUALITY = 11;

const ENCODERS = [
  { extension: '.br', encode: (bytes) => promisify(brotliCompress)(bytes, brotliOptions(bytes)) },
  { extension: '.gz', encode: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }) },
];

/** Leaves a compressed copy beside each file of a folder that is smaller that way: once here, and not with each request. */
export async function compressFiles(folder) {
  const entries = await readdir(fromRoot(folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name));
  await Promise.all(files.map(({ parentPath, name }) => compressFile(join(parentPath, name))));
}

async function compressFile(path) {
  const bytes = await readFile(path);
  for (const { extension, encode } of ENCODERS) {
    const encoded = await encode(bytes);
    if (encoded.length < bytes.length) await writeFile(path + extension, encoded);
  }
}

function brotliOptions(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return { params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_SIZE_HINT]: bytes.length } };
}
