import { randomUUID } from 'node:crypto';
import { bodyOf } from './body.js';
import { Rows } from './rows.js';

export function addMessages(
  file: string,
  { room, people, count }: { room: string; people: number; count: number },
): void {
  const rows = new Rows(file);
  const add = rows.inserter('message', ['id', 'room', 'number', 'author_id', 'body', 'created_at']);
  const created_at = new Date().toISOString();
  rows.together(() => {
    for (let number = 1; number <= count; number += 1) {
      const author_id = String(number % people);
      add({ id: randomUUID(), room, number, author_id, body: bodyOf(number), created_at });
    }
  });
  rows.close();
}
