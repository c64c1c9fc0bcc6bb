import { randomUUID } from 'node:crypto';
import { Database } from '#server/database/index.js';
import { Room } from '#server/rooms/room.entity.js';
import type { TestServer } from '../servers/server.js';
import type { Person } from './person.js';

/** What a message of a long history says: short, long and very long ones, with code and lists among them. */
export function lineOf(number: number): string {
  const line = `Line ${String(number)} of it.`;
  if (number % 50 === 0) return `${line}\n\n\`\`\`\n${'some code\n'.repeat(number % 7 === 0 ? 40 : 5)}\`\`\``;
  if (number % 17 === 0) return `${line}\n\n- one\n- two\n- three`;
  return `${line} ${'It goes on for a while. '.repeat((number * 7) % 13)}`;
}

export interface LongHistory {
  readonly author: Person;
  readonly room: { readonly id: string };
  readonly count: number;
  /** How many were said on a day. */
  readonly perDay?: number;
  readonly saying?: (number: number) => string;
}

const AT_ONCE = 5000;
const INSERT = `insert into message (id, room_id, number, seq, author_id, body, created_at)
  select value ->> 'id', value ->> 'room', value ->> 'number', value ->> 'seq', value ->> 'author', value ->> 'body', value ->> 'at'
  from json_each(?)`;

/**
 * Writes a long history into the database, of a room in which nothing has been said: sending so many would only measure the test. It ends now;
 * of the log it knows nothing.
 */
export async function aLongHistory(
  server: TestServer,
  { author, room, count, perDay = 400, saying = lineOf }: LongHistory,
): Promise<void> {
  const now = Date.now();
  await server.app.get(Database).write({ rooms: [room.id] }, async ({ em }) => {
    const { lastSeq } = await em.findOneOrFail(Room, { id: room.id });
    for (let from = 1; from <= count; from += AT_ONCE) {
      const messages = Array.from({ length: Math.min(AT_ONCE, count + 1 - from) }, (_, index) => from + index).map(
        (number) => ({
          ...{
            id: randomUUID(),
            room: room.id,
            number,
            seq: lastSeq + number,
            author: author.id,
            body: saying(number),
          },
          at: now - Math.round(((count - number) * 86_400_000) / perDay),
        }),
      );
      await em.execute(INSERT, [JSON.stringify(messages)]);
    }
    await em.execute('update room set last_seq = last_seq + ?, last_number = ? where id = ?', [count, count, room.id]);
  });
}
