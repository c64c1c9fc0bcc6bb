import { lazily, Semaphore } from '../runtime/index.js';

/** sharp, with no more of libvips than pictures need. It takes 8 MiB, so a server has none of it before somebody uploads a picture. */
export const libvips = lazily(async () => {
  const { default: sharp } = await import('sharp');
  // libvips finds a loader by itself: without this, bytes that are a picture to us could be a drawing or a document to it.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`),
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
});

/** However many pictures come in, two are unpacked at once: each may take some 160 MB. */
export const unpacking = new Semaphore(2);

/** A small file can hold an enormous picture; unpacked, this many pixels take some 160 MB. */
export const MAX_PIXELS = 40_000_000;

/** What libvips reads here, and browsers show as a picture. */
export const DRAWN: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/gif',
  'image/avif',
]);
