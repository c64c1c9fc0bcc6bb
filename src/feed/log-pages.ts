import { Semaphore } from '../runtime/index.js';
import type { LoggedEvent } from '../log/index.js';
import type { LogPart } from './tail.js';

const EVENTS = 100;
const MAX_PAGES = 64;

/** All that there is in a feed's part of the log after one position and up to another. */
interface Page {
  readonly since: number;
  readonly upTo: number;
  readonly events: readonly LoggedEvent[];
  isWanted: boolean;
}

/**
 * What is further back in a feed than its tail, in pages. They are cut at the same places whoever asks: of many who come back
 * at once, each from a place of their own, one reads a page and the others find it.
 */
export class LogPages {
  private pages: Page[] = [];
  private readonly door = new Semaphore(1);

  constructor(private readonly part: LogPart) {}

  /** The next events after a position: at least one where there is one, and at most a page of them. */
  async after(position: number): Promise<readonly LoggedEvent[]> {
    return this.known(position) ?? (await this.door.pass(async () => this.known(position) ?? this.read(position)));
  }

  /** Called now and then: lets go of the pages that nobody asked for since the last time. */
  age(): void {
    this.pages = this.pages.filter(({ isWanted }) => isWanted);
    for (const page of this.pages) page.isWanted = false;
  }

  private known(position: number): readonly LoggedEvent[] | undefined {
    const page = this.pages.find(({ since, upTo }) => since <= position && position < upTo);
    if (!page) return undefined;
    page.isWanted = true;
    return eventsAfter(position, page);
  }

  private async read(position: number): Promise<readonly LoggedEvent[]> {
    const page = this.pageOf(await this.part.page(position, EVENTS), position);
    if (!page) return [];
    this.pages = [...this.pages.filter(({ since }) => since !== page.since), page].slice(-MAX_PAGES);
    return eventsAfter(position, page);
  }

  private pageOf(found: readonly LoggedEvent[], asked: number): Page | undefined {
    const [first] = found;
    if (!first) return undefined;
    const isBefore = first.position <= asked && this.part.ordinalOf(first) % EVENTS === 0;
    // The first page has no event before it: all that is known is that there is none since what was asked for.
    const since = isBefore ? first.position : Math.min(asked, first.position - 1);
    const events = isBefore ? found.slice(1) : found.slice(0, EVENTS);
    return { since, upTo: events.at(-1)?.position ?? since, events, isWanted: true };
  }
}

function eventsAfter(position: number, { since, events }: Page): readonly LoggedEvent[] {
  return position === since ? events : events.filter((event) => event.position > position);
}
