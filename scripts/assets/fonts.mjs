// Cuts the letters that every page is written with out of the fonts, so that the first screen waits for a third of them: `npm run assets`, after a
// package of fonts was changed. The results are committed. What else people write comes from the whole files of the packages (client/src/styles/_fonts.scss).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { fromRoot } from '../bootstrap/root.mjs';

const FOLDER = fromRoot('client/src/styles/fonts');

/** As unicode-range has them in client/src/styles/_fonts.scss: what is on an English keyboard, and what a typesetter makes of it. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
];

/** The weights that the styles ask for. Of all the features of a font only kerning is kept. */
const FONTS = [
  { name: 'hanken-grotesk', style: 'normal', weights: { min: 400, max: 750 } },
  { name: 'hanken-grotesk', style: 'italic', weights: { min: 400, max: 750 } },
  { name: 'ibarra-real-nova', style: 'normal', weights: { min: 400, max: 600 } },
  { name: 'ibarra-real-nova', style: 'italic', weights: 400 },
];

export async function cutFonts() {
  mkdirSync(FOLDER, { recursive: true });
  const letters = RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  ).join('');
  for (const { name, style, weights } of FONTS) {
    const whole = fromRoot('node_modules/@fontsource-variable', name, 'files', `${name}-latin-wght-${style}.woff2`);
    const options = { targetFormat: 'woff2', variationAxes: { wght: weights }, keepFeatures: ['kern'] };
    writeFileSync(`${FOLDER}/${name}-basic-${style}.woff2`, await subsetFont(readFileSync(whole), letters, options));
  }
}
