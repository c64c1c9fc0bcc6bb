import { type Box, contentOf, descendantOf } from './boxes.js';
import type { Patch } from './patches.js';
import { type StoredFile, TooIntricate } from './stored-file.js';

const MAX_CHUNKS = 20_000;

/** Where the tables of a track stand: the content of its boxes stsz, stsc, and stco or co64. */
interface SampleTables {
  readonly sizes: number;
  readonly runs: number;
  readonly chunks: number;
  readonly chunkBytes: 4 | 8;
}

/** What a track holds; nothing where its tables are not all there, so that no player could find it either. */
export async function samplesIn(file: StoredFile, track: Box): Promise<Patch[]> {
  const table = await descendantOf(file, track, ['mdia', 'minf', 'stbl']);
  if (!table) return [];
  const tableOf = async (type: string): Promise<number | undefined> => {
    const box = await descendantOf(file, table, [type]);
    return box && contentOf(box);
  };
  const [sizes, runs, short, long] = [
    await tableOf('stsz'),
    await tableOf('stsc'),
    await tableOf('stco'),
    await tableOf('co64'),
  ];
  const chunks = short ?? long;
  if (sizes === undefined || runs === undefined || chunks === undefined) return [];
  return samplesOf(file, { sizes, runs, chunks, chunkBytes: short === undefined ? 8 : 4 });
}

/** The stretches of the file that hold a track's samples, which lie in chunks, one behind the other. */
async function samplesOf(file: StoredFile, tables: SampleTables): Promise<Patch[]> {
  const sameSize = await number(file, tables.sizes + 4);
  const samples = await number(file, tables.sizes + 8);
  const chunks = await number(file, tables.chunks + 4);
  if (chunks > MAX_CHUNKS) throw new TooIntricate();
  const runs = await runsIn(file, tables.runs);
  const stretches: Patch[] = [];
  for (let chunk = 0, sample = 0, run = 0; chunk < chunks && sample < samples; chunk += 1) {
    while (chunk + 1 >= (runs[run + 1]?.firstChunk ?? Infinity)) run += 1;
    const last = Math.min(sample + (runs[run]?.samples ?? 0), samples);
    let length = sameSize * (last - sample);
    if (sameSize === 0)
      for (let at = sample; at < last; at += 1) length += await number(file, tables.sizes + 12 + at * 4);
    stretches.push({
      at: await number(file, tables.chunks + 8 + chunk * tables.chunkBytes, tables.chunkBytes),
      length,
    });
    sample = last;
  }
  return stretches;
}

/** From a chunk on, until another run says something else: how many samples each chunk has. */
async function runsIn(file: StoredFile, at: number): Promise<{ firstChunk: number; samples: number }[]> {
  const count = await number(file, at + 4);
  if (count > MAX_CHUNKS) throw new TooIntricate();
  const runs: { firstChunk: number; samples: number }[] = [];
  for (let run = 0; run < count; run += 1) {
    const place = at + 8 + run * 12;
    runs.push({ firstChunk: await number(file, place), samples: await number(file, place + 4) });
  }
  return runs;
}

async function number(file: StoredFile, at: number, bytes: 4 | 8 = 4): Promise<number> {
  const found = await file.read(at, bytes);
  if (found.length < bytes) return 0;
  return bytes === 4 ? found.readUInt32BE(0) : Number(found.readBigUInt64BE(0));
}
