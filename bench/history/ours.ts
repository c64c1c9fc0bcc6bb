import { bodyOf } from './body.js';
import { Rows, type Values } from './rows.js';

/**
 * Adds messages to a room by copying rows that the server itself wrote, so that whatever columns they have are right.
 * The room's counters and the log of events go along, as if everything had been sent.
 */
export function addMessages(file: string, roomId: string, count: number): void {
  const rows = new Rows(file);
  const samples = rows.find('select * from message where room_id = ? order by number limit 20', roomId);
  const [sampleEvent] = rows.find("select * from event where room_id = ? and type = 'MessageSent' limit 1", roomId);
  const [room] = rows.find('select last_seq, last_number from room where id = ?', roomId);
  const [sample] = samples;
  if (!sample || !sampleEvent || !room) throw new Error('Nothing has been said in the room that could be copied.');
  const addMessage = rows.inserter('message', Object.keys(sample));
  // The position is the key, which the database counts itself.
  const addEvent = rows.inserter(
    'event',
    Object.keys(sampleEvent).filter((column) => column !== 'position'),
  );
  const [seq, number] = [Number(room.last_seq), Number(room.last_number)];
  const start = Date.now() - 4 * count;
  rows.together(() => {
    for (let next = 1; next <= count; next += 1) {
      const message = samples[next % samples.length] ?? sample;
      const at = start + next;
      const places: Values = { id: idAt(at, number + next), number: number + next, seq: seq + next };
      const fresh = { nonce: null, fingerprint: null, body: bodyOf(number + next), created_at: at };
      addMessage({ ...message, ...places, ...fresh });
      const subject = { actor_id: message.author_id ?? null, subject_id: places.id ?? null };
      addEvent({ ...sampleEvent, ...subject, id: idAt(at, -(number + next)), seq: seq + next, at });
    }
    rows.run('update room set last_seq = ?, last_number = ? where id = ?', seq + count, number + count, roomId);
  });
  rows.close();
}

/** A UUID that rises with time like those of the server, and is of this number alone. */
function idAt(milliseconds: number, number: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const tail = Math.abs(number).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${number < 0 ? '001' : '000'}-8000-${tail}`;
}
