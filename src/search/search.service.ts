import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { InvalidInput } from '../errors/index.js';
import { connectionOf, pageSize } from '../graphql/index.js';
import { Cursors } from '../log/index.js';
import { ShownMessages } from '../messages/index.js';
import { isId } from '../runtime/index.js';
import { textWithin } from '../text/index.js';
import { isTimeZone } from './days.js';
import { parseQuery } from './parse-query.js';
import { SearchBackfill } from './search-backfill.js';
import { type Found, SearchCandidates } from './search-candidates.js';
import { SearchNames } from './search-names.js';
import { wordsIn, type Wanted } from './search-plan.js';
import { findsNothing } from './search-query.js';
import type { SearchHit, SearchHitConnection } from './search.types.js';

const MAX_LENGTH = 300;

interface SearchArgs {
  readonly query: string;
  readonly roomId: string | null | undefined;
  readonly timeZone: string | null | undefined;
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
}

/** A hit, and the position that it is ordered by. */
interface Placed extends SearchHit {
  readonly position: number;
}

const NOTHING: Found = { hits: [], givenUpAt: null };

/** Finds what was said in the rooms that somebody is in. */
@Injectable()
export class SearchService {
  constructor(
    private readonly names: SearchNames,
    private readonly candidates: SearchCandidates,
    private readonly backfill: SearchBackfill,
    private readonly cursors: Cursors,
    private readonly shownMessages: ShownMessages,
  ) {}

  async search(viewer: Actor, args: SearchArgs): Promise<SearchHitConnection> {
    const typed = typedIn(args.query);
    const timeZone = timeZoneFrom(args.timeZone);
    const first = pageSize('first', args.first ?? 25);
    const list = `search:${hash('sha256', JSON.stringify([typed, args.roomId ?? null, timeZone]), 'base64url').slice(0, 16)}`;
    const before = args.after == null ? Number.MAX_SAFE_INTEGER : Number(this.cursors.keyInList(list, args.after)[0]);
    const wanted = await this.wanted(viewer, { typed, timeZone, roomId: args.roomId ?? null });
    // Before anything is looked for: what is indexed meanwhile may not be found, and null says that all is.
    const indexedSince = await this.backfill.indexedSince();
    const search = { viewer, wanted, before, limit: first + 1 };
    const found = wanted.length === 0 ? NOTHING : await this.candidates.find(search);
    const hits = await this.shown(found, first, wordsIn(wanted));
    const cursorOf = (position: number): string => this.cursors.ofList(list, [position]);
    const more = {
      hasNextPage: found.hits.length > first || found.givenUpAt !== null,
      hasPreviousPage: args.after != null,
    };
    const page = connectionOf(hits, ({ position }) => cursorOf(position), more);
    // Whoever goes on after a page that was given up begins where it was, and not behind its last hit.
    const end = found.hits.length > first ? null : found.givenUpAt;
    if (end !== null) page.pageInfo = { ...more, startCursor: page.pageInfo.startCursor, endCursor: cursorOf(end) };
    return { ...page, indexedSince };
  }

  /** Nothing where nothing of it can be looked for. */
  private async wanted(
    viewer: Actor,
    { typed, timeZone, roomId }: { readonly typed: string; readonly timeZone: string; readonly roomId: string | null },
  ): Promise<Wanted[]> {
    const query = parseQuery(typed);
    if (findsNothing(query) || (roomId !== null && !isId(roomId))) return [];
    const wanted = await this.names.resolve(viewer, query, timeZone);
    if (roomId === null) return wanted;
    return [...wanted, { condition: { kind: 'in', ids: [roomId] }, isExcluded: false }];
  }

  private async shown({ hits }: Found, first: number, words: readonly string[]): Promise<Placed[]> {
    const page = hits.slice(0, first);
    const messages = await this.shownMessages.of(page.map(({ message }) => message));
    return messages.flatMap((message, index) => {
      const hit = page[index];
      return hit ? [{ message, words, position: hit.position }] : [];
    });
  }
}

/** Halves of characters, and what no message can hold, are nothing that one could look for. */
function typedIn(query: string): string {
  const typed = textWithin('query', query.toWellFormed().replaceAll('\0', ' '), { min: 0, max: MAX_LENGTH }).trim();
  if (typed === '') throw new InvalidInput('query', 'Type what to look for.');
  return typed;
}

function timeZoneFrom(name: string | null | undefined): string {
  const timeZone = name ?? 'UTC';
  if (!isTimeZone(timeZone)) throw new InvalidInput('timeZone', 'This is not a time zone, such as Europe/Madrid.');
  return timeZone;
}
