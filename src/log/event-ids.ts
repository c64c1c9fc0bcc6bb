import { LRUCache } from 'lru-cache';
import { Semaphore } from '../runtime/index.js';
import type { Database } from '../database/index.js';
import { IDS_BETWEEN } from './events.queries.js';

/** How many are read together: many come back at once, each with a place of their own, and most of them close together. */
const AT_ONCE = 256;
const MAX_REMEMBERED = 32 * AT_ONCE;

/** Which event stands where in the log. It never changes, so what was read once is remembered. */
export class EventIds {
  private readonly ids = new LRUCache<number, string>({ max: MAX_REMEMBERED });
  /** One reads, and the others find what it has read. */
  private readonly door = new Semaphore(1);

  constructor(private readonly database: Database) {}

  /** The id of the event at a position, where there is one. */
  async at(position: number): Promise<string | undefined> {
    if (!this.ids.has(position)) await this.door.pass(() => this.readAround(position));
    return this.ids.get(position);
  }

  remember(position: number, id: string): void {
    this.ids.set(position, id);
  }

  private async readAround(position: number): Promise<void> {
    if (this.ids.has(position)) return;
    const first = position - (position % AT_ONCE);
    const rows = await this.database.rows<{ position: number; id: string }>(IDS_BETWEEN, [first, first + AT_ONCE - 1]);
    for (const row of rows) this.remember(row.position, row.id);
  }
}
