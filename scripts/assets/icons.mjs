// Draws the icons of the installed client from client/public/icon.svg: `npm run assets`, after that was changed. The results are committed.
import { mkdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { fromRoot } from '../bootstrap/root.mjs';

const FOLDER = fromRoot('client/public/icons');
const BEHIND = '#17392d';

/** A system that cuts its own shape keeps a circle of four fifths of the width (W3C Web Application Manifest, "icon masks"). */
const SAFE_PART = 0.72;

export async function drawIcons() {
  mkdirSync(FOLDER, { recursive: true });
  for (const size of [192, 512]) await plain(size).toFile(`${FOLDER}/plain-${size}.png`);
  for (const size of [180, 192, 512]) await (await full(size)).toFile(`${FOLDER}/full-${size}.png`);
}

function plain(size) {
  return drawn(size).png({ compressionLevel: 9, palette: true });
}

/** Without corners and with room around the mark. */
async function full(size) {
  const mark = await drawn(Math.round(size * SAFE_PART)).toBuffer();
  return sharp({ create: { width: size, height: size, channels: 3, background: BEHIND } })
    .composite([{ input: mark, gravity: 'centre' }])
    .png({ compressionLevel: 9, palette: true });
}

function drawn(size) {
  const picture = readFileSync(fromRoot('client/public/icon.svg'));
  return sharp(picture, { density: (72 * size) / 48 })
    .resize(size, size)
    .png();
}
