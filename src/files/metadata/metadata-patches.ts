import { patchesForJpeg2000, patchesForJpegXl, patchesForMedia } from './iso-media.js';
import { patchesForMatroska } from './matroska.js';
import type { Patch } from './patches.js';
import type { StoredFile } from './stored-file.js';
import { patchesForTiff } from './tiff.js';

type Finder = (file: StoredFile) => Promise<Patch[]>;

/**
 * Formats that tell where they were made in places that are known only once all of the file is there: the table of contents of a
 * film can stand at its end. What it tells is overwritten, and nothing moves.
 */
export function metadataFinderFor(mediaType: string): Finder | undefined {
  return FINDERS.get(mediaType);
}

const FINDERS = new Map<string, Finder>([
  ...[
    'video/mp4',
    'video/quicktime',
    'video/x-m4v',
    'video/3gpp',
    'video/3gpp2',
    'video/mj2',
    'audio/mp4',
    'audio/x-m4a',
    'image/heic',
    'image/heif',
    'image/heic-sequence',
    'image/heif-sequence',
    'image/avif',
    'application/mp4',
  ].map((type) => [type, patchesForMedia] as const),
  ...['video/webm', 'audio/webm', 'video/matroska', 'audio/matroska', 'video/x-matroska', 'audio/x-matroska'].map(
    (type) => [type, patchesForMatroska] as const,
  ),
  ...['image/tiff', 'image/x-adobe-dng', 'image/x-canon-cr2', 'image/x-nikon-nef', 'image/x-sony-arw'].map(
    (type) => [type, patchesForTiff] as const,
  ),
  ['image/jxl', patchesForJpegXl],
  ['image/jp2', patchesForJpeg2000],
  ['image/jpx', patchesForJpeg2000],
]);
