import { messagesIn } from '../clients/client.js';
import { type Contestant, oneRoom } from '../contestants/contestant.js';
import { raw } from '../contestants/handwritten.js';
import { mercurius } from '../contestants/of-others.js';
import { ours, oursOverHttp, oursWithCursors } from '../contestants/ours.js';
import { textbook } from '../contestants/textbook.js';
import { atRest } from '../measure/rest.js';
import { percentile } from '../measure/statistics.js';
import { besideRaw, type Circumstances, type Measures, type Work } from './work.js';

const AUTHORS = 20;
const PAGE = 50;
const HTTP = { raw: null, Mercurius: null, textbook: null, ours: oursOverHttp.name };

export const history: Work = {
  name: 'history',
  contestants: [raw, mercurius, textbook, ours, oursWithCursors, oursOverHttp],
  contestantsOfQuick: [raw, ours, oursWithCursors],
  rows: [
    {
      title: 'latest 50 of 200,000 messages, p50 ms',
      measure: 'latest',
      wanted: { bound: 'at most', value: 2.5, timesRaw: true },
    },
    {
      title: '50 from the middle, p50 ms',
      measure: 'middle',
      wanted: { bound: 'at most', value: 2.5, timesRaw: true },
    },
    {
      title: 'latest 50, each with its cursor, p50 ms',
      measure: 'latest',
      columns: besideRaw(oursWithCursors),
      wanted: { bound: 'at most', value: 2.5, timesRaw: true },
    },
    {
      title: '50 from the middle, each with its cursor, p50 ms',
      measure: 'middle',
      columns: besideRaw(oursWithCursors),
      wanted: { bound: 'at most', value: 2.5, timesRaw: true },
    },
    {
      title: 'the middle as a multiple of the latest',
      measure: 'middleToLatest',
      wanted: { bound: 'at most', value: 1.25 },
    },
    { title: 'latest 50, p99 ms', measure: 'latestP99' },
    { title: '50 from the middle, p99 ms', measure: 'middleP99' },
    { title: 'latest 50, ours over HTTP, p50 ms', measure: 'latest', columns: HTTP },
    { title: '50 from the middle, ours over HTTP, p50 ms', measure: 'middle', columns: HTTP },
  ],
  run: (contestant, circumstances) => readHistory(contestant, circumstances, circumstances.amount(200_000, 20_000)),
};

/** Reads both pages in turn, one at a time. */
export async function readHistory(
  contestant: Contestant,
  { meter, amount }: Circumstances,
  messages: number,
): Promise<Measures> {
  if (!contestant.openWithHistory) throw new Error(`${contestant.name} has no history.`);
  const venue = await contestant.openWithHistory(oneRoom(AUTHORS), messages);
  await atRest(venue.server);
  const [room = ''] = venue.rooms;
  const client = await venue.connect(0);
  const latest: number[] = [];
  const middle: number[] = [];
  const read = async (samples: number) => {
    for (let sample = 0; sample < samples; sample += 1) {
      latest.push(await timeOf(client.latest(room)));
      middle.push(await timeOf(client.before(room, venue.middle)));
    }
  };
  await read(amount(200, 50));
  latest.length = 0;
  middle.length = 0;
  const samples = amount(500, 100);
  const { cpuMicroseconds } = await meter.measure(venue.server, () => read(samples));
  await venue.close();
  return {
    latest: percentile(latest, 0.5),
    middle: percentile(middle, 0.5),
    middleToLatest: percentile(middle, 0.5) / percentile(latest, 0.5),
    latestP99: percentile(latest, 0.99),
    middleP99: percentile(middle, 0.99),
    cpu: cpuMicroseconds / (2 * samples),
  };
}

async function timeOf(page: Promise<string>): Promise<number> {
  const begun = performance.now();
  const text = await page;
  const milliseconds = performance.now() - begun;
  if (messagesIn(text) !== PAGE) throw new Error(`A page of ${String(messagesIn(text))} messages came.`);
  return milliseconds;
}
