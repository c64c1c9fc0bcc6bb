import { lazily } from '../runtime/index.js';

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
