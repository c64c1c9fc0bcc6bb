import type { LoggedEvent } from '../events/index.js';
import type { LogPart } from './tail.js';

const EVENTS = 100;
const MOST_PAGES = 64;

/**
 * What is further back in a feed than its tail, in pages. A page ends where the count of events is a round number, so that
 * many who come back at once from different places soon ask for the same pages, and each page is read once for all of them.
 */
export class LogPages {
  private readonly pages = new Map<number, Promise<readonly LoggedEvent[]>>();

  constructor(private readonly part: LogPart) {}

  /** The next events after a position: at least one where there is one, and at most a page of them. */
  after(position: number): Promise<readonly LoggedEvent[]> {
    const known = this.pages.get(position);
    if (known) return known;
    const page = this.read(position);
    this.pages.set(position, page);
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= MOST_PAGES) break;
      this.pages.delete(oldest);
    }
    return page;
  }

  /** Lets go of all pages: a page is kept for the moment in which many ask for it. */
  forget(): void {
    this.pages.clear();
  }

  private async read(position: number): Promise<readonly LoggedEvent[]> {
    try {
      const events = await this.part.after(position, EVENTS);
      // The end of the log moves on: only a whole page stays what it is.
      if (events.length < EVENTS) this.pages.delete(position);
      const end = events.findLastIndex((event) => this.part.ordinalOf(event) % EVENTS === 0) + 1;
      return end > 0 ? events.slice(0, end) : events;
    } catch (error) {
      this.pages.delete(position);
      throw error;
    }
  }
}
