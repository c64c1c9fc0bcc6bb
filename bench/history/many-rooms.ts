import { Rows, type Value, type Values } from './rows.js';

/** In one of so many messages each; the rarest in so few that a search goes through all to find them. */
export const RARE = { word: 'zyzzyva', every: 50_000 } as const;
export const COMMON = { word: 'hello', every: 3 } as const;
export const TWO_CHARACTERS = { word: '北京', every: 100 } as const;

/**
 * Adds messages to rooms in turn, with the log of events and the counters of the rooms, by copying rows that the server itself wrote. They are as those of an older
 * database: nothing of them is indexed yet.
 */
export function addMessagesToRooms(file: string, roomIds: readonly string[], count: number): void {
  const rows = new Rows(file);
  const [message] = rows.find('select * from message limit 1');
  const [event] = rows.find("select * from event where type = 'MessageSent' limit 1");
  if (!message || !event) throw new Error('Nothing has been said that could be copied.');
  const addMessage = rows.inserter('message', Object.keys(message));
  const addEvent = rows.inserter(
    'event',
    Object.keys(event).filter((column) => column !== 'position'),
  );
  const places = new Map(roomIds.map((id) => [id, placeOf(rows, id)]));
  const start = Date.now() - 10 * count;
  rows.together(() => {
    for (let number = 1; number <= count; number += 1) {
      // Far apart and still every room: neighbours in the log are no neighbours in a room.
      const room_id = roomIds[(number * 7919) % roomIds.length] ?? '';
      const place = places.get(room_id) ?? { seq: 0, number: 0 };
      place.seq += 1;
      place.number += 1;
      const [id, at] = [idOf(number, '0'), start + 10 * number];
      const fresh: Values = { id, room_id, number: place.number, seq: place.seq, body: bodyOf(number), created_at: at };
      addMessage({ ...message, ...fresh, nonce: null, fingerprint: null });
      addEvent({ ...event, id: idOf(number, '1'), room_id, seq: place.seq, subject_id: id, at });
    }
    for (const [id, { seq, number }] of places)
      rows.run('update room set last_seq = ?, last_number = ? where id = ?', seq, number, id);
    rows.run('update search_progress set indexed_from = (select max(position) + 1 from event)');
    rows.run("delete from reactor_offset where name = 'search-index'");
  });
  rows.close();
}

/** Some twelve words, most of them often said, and what is looked for. */
function bodyOf(number: number): string {
  const words = Array.from({ length: 12 }, (_, place) => `w${wordAt(number, place)}`);
  const wanted = [COMMON, TWO_CHARACTERS, RARE].filter(({ every }) => number % every === every - 1);
  return [...words, ...wanted.map(({ word }) => word)].join(' ');
}

/** Small numbers often, large ones hardly ever. */
function wordAt(number: number, place: number): string {
  const chance = ((number * 2_654_435_761 + place * 40_503) % 65_536) / 65_536;
  return Math.floor(20_000 * chance ** 3).toString(36);
}

function placeOf(rows: Rows, roomId: string): { seq: number; number: number } {
  const [room] = rows.find('select last_seq, last_number from room where id = ?', roomId);
  return { seq: asNumber(room?.last_seq), number: asNumber(room?.last_number) };
}

function asNumber(value: Value | undefined): number {
  return Number(value ?? 0);
}

function idOf(number: number, kind: '0' | '1'): string {
  return `01900000-0000-7${kind}00-8000-${number.toString(16).padStart(12, '0')}`;
}
