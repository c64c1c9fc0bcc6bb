import sharp from 'sharp';

const EDGE = 512;

/**
 * A face as a child would cut it out of paper: nobody's, and each another one.
 * @param {{ ground: string, skin: string, hair: string, coat: string, style: 'short' | 'long' | 'bun' | 'curls' | 'scarf' | 'beard' }} look
 */
export async function drawFace({ ground, skin, hair, coat, style }) {
  const { behind = '', before = '' } = STYLES[style](hair);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${EDGE}" height="${EDGE}">
    <rect width="100" height="100" fill="${ground}"/>
    ${behind}
    <path d="M8 104 Q12 74 50 74 Q88 74 92 104 Z" fill="${coat}"/>
    <rect x="42" y="60" width="16" height="20" rx="8" fill="${skin}"/>
    <ellipse cx="50" cy="46" rx="20" ry="23" fill="${skin}"/>
    <circle cx="42.5" cy="46" r="2" fill="#2b2622"/><circle cx="57.5" cy="46" r="2" fill="#2b2622"/>
    <path d="M43 56 Q50 61 57 56" fill="none" stroke="#2b2622" stroke-width="1.8" stroke-linecap="round"/>
    ${before}
  </svg>`;
  return { type: 'image/png', bytes: await sharp(Buffer.from(drawing)).png().toBuffer() };
}

const FRINGE = 'M28 46 Q26 20 50 20 Q74 20 72 46 Q68 32 50 32 Q34 32 28 46 Z';

const STYLES = {
  short: (hair) => ({ before: `<path d="${FRINGE}" fill="${hair}"/>` }),
  long: (hair) => ({
    behind: `<path d="M24 84 Q22 18 50 18 Q78 18 76 84 Z" fill="${hair}"/>`,
    before: `<path d="${FRINGE}" fill="${hair}"/>`,
  }),
  bun: (hair) => ({
    behind: `<circle cx="50" cy="16" r="10" fill="${hair}"/>`,
    before: `<path d="${FRINGE}" fill="${hair}"/>`,
  }),
  curls: (hair) => ({
    before: [
      [30, 36],
      [36, 27],
      [45, 22],
      [55, 22],
      [64, 27],
      [70, 36],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="8" fill="${hair}"/>`)
      .join(''),
  }),
  scarf: (hair) => ({
    behind: `<path d="M25 80 Q20 18 50 18 Q80 18 75 80 Z" fill="${hair}"/>`,
    before: `<path d="M27 50 Q24 20 50 20 Q76 20 73 50 Q72 30 50 30 Q28 30 27 50 Z" fill="${hair}"/>`,
  }),
  beard: (hair) => ({
    before: `<path d="${FRINGE}" fill="${hair}"/><path d="M31 52 Q34 72 50 72 Q66 72 69 52 Q64 63 50 62 Q36 63 31 52 Z" fill="${hair}"/><path d="M45 61 Q50 64 55 61" fill="none" stroke="#2b2622" stroke-width="1.6" stroke-linecap="round"/>`,
  }),
};
