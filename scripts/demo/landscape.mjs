import sharp from 'sharp';

const PALETTES = {
  dawn: { sky: ['#2b3a67', '#e8a598', '#ffe8c2'], sun: '#fff4dc', hills: ['#8a7ca8', '#5d5b8c', '#35406b', '#1b2444'] },
  noon: { sky: ['#4aa3df', '#a8d8f0', '#eaf7fb'], sun: '#fffbe6', hills: ['#9cc7b0', '#6ea886', '#437f62', '#235443'] },
  dusk: { sky: ['#1f1a3a', '#8c3f63', '#f7a072'], sun: '#ffd9a0', hills: ['#6f3b62', '#4c2c54', '#301f43', '#191331'] },
  fog: { sky: ['#9fb3b8', '#cdd8d8', '#f0f2ee'], sun: '#ffffff', hills: ['#b7c5c4', '#92a7a6', '#667f80', '#3f5659'] },
};

/** A picture of hills under a sky, drawn anew each time. */
export async function drawLandscape({ name, palette, width = 1600, height = 1000 }, random) {
  const { sky, sun, hills } = PALETTES[palette];
  const stops = sky.map((color, at) => `<stop offset="${at / (sky.length - 1)}" stop-color="${color}"/>`);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient>
      <radialGradient id="glow"><stop offset="0" stop-color="${sun}" stop-opacity="0.9"/><stop offset="1" stop-color="${sun}" stop-opacity="0"/></radialGradient>
    </defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    ${drawSun(sun, width, height, random)}
    ${hills.map((color, at) => drawHill(color, at, width, height, random)).join('')}
  </svg>`;
  return { name, type: 'image/jpeg', bytes: await sharp(Buffer.from(drawing)).jpeg({ quality: 84 }).toBuffer() };
}

function drawSun(color, width, height, random) {
  const at = `cx="${width * (0.25 + random.next() / 2)}" cy="${height * (0.3 + random.next() * 0.15)}"`;
  return `<circle ${at} r="${height / 3}" fill="url(#glow)"/><circle ${at} r="${height / 18}" fill="${color}"/>`;
}

/** Waves upon waves: the nearer the hill, the lower and the rougher. */
function drawHill(color, at, width, height, random) {
  const base = height * (0.52 + at * 0.12);
  const waves = [1, 2.3, 5.1].map((pace, order) => ({
    pace: (pace * 2 * Math.PI) / width,
    swing: (height * (0.09 - at * 0.008)) / (order + 1) ** 1.3,
    shift: random.next() * 7,
  }));
  const points = Array.from({ length: 81 }, (_, step) => {
    const x = (step / 80) * width;
    const y = waves.reduce((sum, { pace, swing, shift }) => sum + Math.sin(x * pace + shift) * swing, base);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return `<polygon points="0,${height} ${points.join(' ')} ${width},${height}" fill="${color}"/>`;
}
