import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDocument } from './document.mjs';
import { drawLandscape } from './landscape.mjs';

const picture = (name, palette, size) => (random) => drawLandscape({ name, palette, ...size }, random);
const upright = { width: 1000, height: 1400 };
const wide = { width: 2000, height: 900 };

/** What people show each other: for each room, how far into its conversation, and with which words. */
export const KEEPSAKES = {
  trails: [
    { at: 0.15, body: 'Morning on the ridge, nobody awake but us.', files: [picture('ridge-at-dawn.jpg', 'dawn')] },
    { at: 0.5, body: 'The packing list, for those who like paper.', files: [packingList], isPinned: true },
    {
      at: 0.75,
      body: 'Fog until ten, as promised. Then *this*.',
      files: [picture('fog.jpg', 'fog', wide), picture('after-the-fog.jpg', 'noon'), picture('way-down.jpg', 'dusk')],
    },
    { at: 0.985, body: 'Twelve seconds of the evening 🌄', files: [evening] },
  ],
  garden: [
    { at: 0.4, body: 'View from the roof, after the rain.', files: [picture('roof.jpg', 'noon', upright)] },
    { at: 0.97, body: 'First fog over the long bed.', files: [picture('long-bed.jpg', 'fog')] },
  ],
  'kitchen-table': [
    { at: 0.6, body: '', files: [picture('window.jpg', 'dusk', wide)] },
    { at: 0.98, body: 'Greetings from the lake! Back on Monday.', files: [picture('lake.jpg', 'dawn', wide)] },
  ],
  'web-client': [
    { at: 0.9, body: 'Test picture for the portrait layout:', files: [picture('portrait.jpg', 'dusk', upright)] },
  ],
};

async function evening() {
  const bytes = await readFile(join(import.meta.dirname, 'evening.webm'));
  return { name: 'evening.webm', type: 'video/webm', bytes };
}

function packingList() {
  return writeDocument('packing-list.pdf', [
    'Packing list',
    'Water, one and a half litres',
    'Something warm, something dry',
    'The map on paper (north is where the coffee stain is)',
    'Blister plasters',
    'A second pair of socks. Always a second pair of socks.',
    'Cake (Farah)',
    'A song for the last hill',
  ]);
}
