import Database from 'better-sqlite3';
import { z } from 'zod';
import { inParallel } from '../contestants/in-parallel.js';
import { ours } from '../contestants/ours.js';
import { addMessagesToRooms, COMMON, RARE, TWO_CHARACTERS } from '../history/many-rooms.js';
import { CountingServer } from '../in-process/counting-server.js';
import { percentile } from '../measure/statistics.js';
import type { Circumstances, Measures, Row, Work } from './work.js';

const ENTER = 'mutation ($input: EnterAsGuestInput!) { enterAsGuest(input: $input) { session { accessToken } } }';
const CREATE = 'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id } } }';
const JOIN = 'mutation ($input: JoinRoomInput!) { joinRoom(input: $input) { room { id } } }';
const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }';
const SEARCH = `query ($query: String!) { search(query: $query) { nodes {
  message { id number createdAt author { id displayName } room { id name } } excerpt { text isMatch }
} pageInfo { hasNextPage endCursor } indexedSince } }`;

const WORDS = { rare: RARE.word, common: COMMON.word, twoCharacters: TWO_CHARACTERS.word };
const NAMES = { rare: 'a rare word', common: 'a common word', twoCharacters: 'two characters of Chinese' };
type Which = keyof typeof WORDS;
const KINDS: readonly Which[] = ['rare', 'common', 'twoCharacters'];

const rowsOf = (who: string, measure: string): Row[] =>
  KINDS.map((kind) => ({
    title: `in process, ${NAMES[kind]} in 1,000,000 messages of 2,000 rooms, ${who}, p95 ms`,
    measure: `${measure} ${kind}`,
    wanted: { bound: 'at most', value: 50 },
  }));

/** The first page of a search, over HTTP, beside what SQLite does with the same messages by itself: without rights, cursors and excerpts. */
export const search: Work = {
  name: 'search',
  contestants: [ours],
  isRunOnce: true,
  rows: [
    ...rowsOf('by somebody in 3 of them', 'few'),
    ...rowsOf('by somebody in all of them', 'all'),
    ...KINDS.map((kind) => ({ title: `SQLite’s own like, ${NAMES[kind]}, p50 ms`, measure: `like ${kind}` })),
    ...KINDS.map((kind) => ({ title: `FTS5’s trigrams alone, ${NAMES[kind]}, p50 ms`, measure: `fts5 ${kind}` })),
    { title: 'indexing all of that in the background of a server that serves, s', measure: 'indexing' },
  ],
  async run(_, circumstances) {
    const [rooms, messages] = [circumstances.amount(2000, 200), circumstances.amount(1_000_000, 50_000)];
    const server = await CountingServer.open();
    const [all, few] = [await enter(server, 'Ada'), await enter(server, 'Ben')];
    const roomIds: string[] = [];
    await inParallel(rooms, async (room) => {
      roomIds.push(
        created.parse(await server.ask(CREATE, { input: { name: `Room ${String(room)}` } }, all)).createRoom.room.id,
      );
    });
    for (const roomId of roomIds.slice(0, 3)) await server.ask(JOIN, { input: { roomId } }, few);
    await server.ask(SEND, { input: { roomId: roomIds[0], body: 'The first thing that I say.' } }, all);
    await server.reopened(() => {
      addMessagesToRooms(server.file, roomIds, messages);
    });
    const indexing = await secondsOfIndexing(server, all);
    const measures: Record<string, number> = { indexing };
    for (const kind of KINDS) {
      measures[`few ${kind}`] = await p95(circumstances, server, WORDS[kind], few);
      measures[`all ${kind}`] = await p95(circumstances, server, WORDS[kind], all);
    }
    const file = server.file;
    await server.close();
    return { ...measures, ...bySqliteAlone(circumstances, file) };
  },
};

async function secondsOfIndexing(server: CountingServer, token: string): Promise<number> {
  const begun = performance.now();
  while (found.parse(await server.ask(SEARCH, { query: 'nothing' }, token)).search.indexedSince !== null)
    await new Promise((resolve) => setTimeout(resolve, 500));
  return (performance.now() - begun) / 1000;
}

async function p95({ amount }: Circumstances, server: CountingServer, query: string, token: string): Promise<number> {
  for (let warming = 0; warming < amount(20, 5); warming += 1) await server.ask(SEARCH, { query }, token);
  const times: number[] = [];
  for (let sample = 0; sample < amount(200, 30); sample += 1)
    times.push((await server.costOf(SEARCH, { query }, token)).milliseconds);
  return percentile(times, 0.95);
}

/** The newest 26 messages that hold a word, of all rooms. */
function bySqliteAlone({ amount }: Circumstances, file: string): Measures {
  const database = new Database(file);
  database.exec(`create virtual table trigrams using fts5(body, content='', detail=full, tokenize='trigram');
    insert into trigrams (rowid, body) select event.position, message.body from event
      join message on message.id = event.subject_id where event.type = 'MessageSent' order by event.position`);
  const like = database.prepare(
    `select event.position from event join message on message.id = event.subject_id
      where event.type = 'MessageSent' and message.body like '%' || ? || '%' order by event.position desc limit 26`,
  );
  const fts5 = database.prepare('select rowid from trigrams where trigrams match ? order by rowid desc limit 26');
  const measures: Record<string, number> = {};
  for (const kind of KINDS) {
    measures[`like ${kind}`] = p50(amount(5, 3), () => like.all(WORDS[kind]));
    measures[`fts5 ${kind}`] = p50(amount(50, 10), () => fts5.all(`"${WORDS[kind]}"`));
  }
  database.close();
  return measures;
}

function p50(samples: number, ask: () => unknown): number {
  const times = Array.from({ length: samples }, () => {
    const begun = performance.now();
    ask();
    return performance.now() - begun;
  });
  return percentile(times, 0.5);
}

async function enter(server: CountingServer, nickname: string): Promise<string> {
  return entered.parse(await server.ask(ENTER, { input: { nickname } })).enterAsGuest.session.accessToken;
}

const entered = z.object({ enterAsGuest: z.object({ session: z.object({ accessToken: z.string() }) }) });
const created = z.object({ createRoom: z.object({ room: z.object({ id: z.string() }) }) });
const found = z.object({ search: z.object({ indexedSince: z.string().nullable() }) });
