import { bodyOf } from './body.js';
import { Rows } from './rows.js';

export function addMessages(
  file: string,
  { room, people, count }: { room: string; people: number; count: number },
): void {
  const rows = new Rows(file);
  const add = rows.inserter('message', ['room_id', 'author_id', 'body', 'created_at']);
  const created_at = Date.now();
  rows.together(() => {
    for (let number = 1; number <= count; number += 1) {
      add({ room_id: room, author_id: (number % people) + 1, body: bodyOf(number), created_at });
    }
  });
  rows.close();
}
