import { type Box, boxesIn, contentOf, descendantOf } from './boxes.js';
import { itemsToBlank } from './heif-items.js';
import type { Patch } from './patches.js';
import { samplesIn } from './samples.js';
import { type StoredFile, TooIntricate } from './stored-file.js';

/** What becomes of a box: it stays, it is looked into, its date is taken out. One that no table names becomes empty space. */
type Rule = 'keep' | 'undate' | 'pictures' | 'track' | Rules;
interface Rules {
  readonly [type: string]: Rule;
}

const MEDIA: Rules = { mdhd: 'undate', hdlr: 'keep', elng: 'keep', minf: 'keep' };
const TRACK: Rules = {
  tkhd: 'undate',
  mdia: MEDIA,
  edts: 'keep',
  tref: 'keep',
  tapt: 'keep',
  load: 'keep',
  clip: 'keep',
  matt: 'keep',
};
const MOVIE: Rules = { mvhd: 'undate', trak: 'track', mvex: 'keep', iods: 'keep', pssh: 'keep', cmov: 'keep' };

/** Films, sound, and pictures kept as films are. */
const FILE: Rules = {
  ftyp: 'keep',
  styp: 'keep',
  pdin: 'keep',
  moov: MOVIE,
  moof: 'keep',
  mdat: 'keep',
  mfra: 'keep',
  sidx: 'keep',
  ssix: 'keep',
  meta: 'pictures',
};
const JPEG_XL: Rules = Object.fromEntries(
  ['JXL ', 'ftyp', 'jxll', 'jxlc', 'jxlp', 'jxli', 'jbrd'].map((type) => [type, 'keep'] as const),
);
const JPEG_2000: Rules = Object.fromEntries(
  ['jP  ', 'ftyp', 'jp2h', 'jp2c', 'rreq', 'jpch', 'jplh'].map((type) => [type, 'keep'] as const),
);

/** Sound, pictures and words. All other tracks hold measurements, of where the camera was above all. */
const SHOWN_TRACKS = new Set(['vide', 'soun', 'subt', 'sbtl', 'text', 'clcp', 'auxv', 'pict', 'tmcd']);

const MAX_PATCHES = 20_000;

export function patchesForMedia(file: StoredFile): Promise<Patch[]> {
  return inside(file, 0, file.size, FILE);
}

export function patchesForJpegXl(file: StoredFile): Promise<Patch[]> {
  return inside(file, 0, file.size, JPEG_XL);
}

export function patchesForJpeg2000(file: StoredFile): Promise<Patch[]> {
  return inside(file, 0, file.size, JPEG_2000);
}

/** Depth is that of the tables above, whatever the file says. */
async function inside(file: StoredFile, start: number, end: number, rules: Rules): Promise<Patch[]> {
  const patches: Patch[] = [];
  for await (const box of boxesIn(file, start, end)) {
    const rule = Object.hasOwn(rules, box.type) ? rules[box.type] : undefined;
    patches.push(...(await patchesFor(file, box, rule)));
    if (patches.length > MAX_PATCHES) throw new TooIntricate();
  }
  return patches;
}

async function patchesFor(file: StoredFile, box: Box, rule: Rule | undefined): Promise<Patch[]> {
  const content = contentOf(box);
  if (rule === undefined) return emptied(box);
  if (rule === 'keep') return [];
  if (rule === 'undate') return undated(file, content, box.end);
  if (rule === 'pictures') return (await itemsToBlank(file, content, box.end)) ?? emptied(box);
  if (rule === 'track') {
    if (await isShown(file, box)) return inside(file, content, box.end, TRACK);
    return [...(await samplesIn(file, box)), ...emptied(box)];
  }
  return inside(file, content, box.end, rule);
}

/** Empty space of the same size, which every reader steps over. */
function emptied(box: Box): Patch[] {
  const content = contentOf(box);
  return [
    { at: box.at + 4, length: 4, bytes: Buffer.from('free') },
    { at: content, length: Math.max(box.end - content, 0) },
  ];
}

/** When it was made, and last changed. */
async function undated(file: StoredFile, content: number, end: number): Promise<Patch[]> {
  const [version] = await file.read(content, 1);
  return [{ at: content + 4, length: Math.min(version === 1 ? 16 : 8, Math.max(end - content - 4, 0)) }];
}

async function isShown(file: StoredFile, track: Box): Promise<boolean> {
  const handler = await descendantOf(file, track, ['mdia', 'hdlr']);
  if (!handler) return false;
  const content = await file.read(contentOf(handler), 12);
  return SHOWN_TRACKS.has(content.toString('latin1', 8, 12));
}
