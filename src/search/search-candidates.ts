import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Actor, reachesRoom } from '../caller/index.js';
import { Database } from '../database/index.js';
import { AttachedFiles } from '../files/index.js';
import { type Candidate, isHit, stretchOf, type Tokens, tokensFor, type Wanted } from './search-plan.js';
import { hitsBetween, MESSAGES_FOUND, NEWS_SINCE, POSITIONS_OF_DAYS, SOME_OWN_ROOMS } from './search.queries.js';
import { dayOf } from './search-index.js';
import { INDEXED_KINDS, SearchIndexReactor } from './search-index.reactor.js';

/** Whoever is in no more rooms than this has the index look in these alone; whoever is in more finds enough of what it gives in their own. */
const MAX_NAMED_ROOMS = 32;
/** What the index has not come to yet is a second of talk; after a fault of it this much is looked at. */
const MAX_NEWS = 2000;
/** For one page. What is asked of the index alone (the letters of each word) may be found in far more messages than the words. */
const MAX_LOOKED_AT = 4000;
const MAX_LOOKED_AT_ONCE = 100;
/**
 * One statement looks at so much of the log at first, and then at twice as much each time, unless it takes longer than this: nobody else is served meanwhile. Less than at
 * first is no help: to find the beginning in a long list takes as long as to go through a short piece of it.
 */
const FIRST_STRETCH = 50_000;
const MILLISECONDS_AT_ONCE = 25;

export interface Search {
  readonly viewer: Actor;
  readonly wanted: readonly Wanted[];
  /** The position of the last hit of the page before. */
  readonly before: number;
  readonly limit: number;
}

export interface Found {
  readonly hits: readonly Candidate[];
  /** Where it was given up, after much had been looked at: messages before this position have not been looked at. */
  readonly givenUpAt: number | null;
}

/** Positions of the log, from the first to the one behind the last. */
interface Range {
  readonly from: number;
  readonly to: number;
}

interface Row {
  readonly position: number;
  readonly messageId: string;
}

/** Finds messages: by the index, and what that does not know yet in the log. Each one is looked at, as it is now, before it is a hit. */
@Injectable()
export class SearchCandidates {
  constructor(
    private readonly database: Database,
    private readonly files: AttachedFiles,
    private readonly reactor: SearchIndexReactor,
  ) {}

  /** The newest hits before a position, newest first. */
  async find(search: Search): Promise<Found> {
    // First what is new: what the index takes over meanwhile is found twice, and not missed.
    const news = await this.news(search);
    const { hits, givenUpAt } = await this.indexed(search);
    const found = new Map([...news, ...hits].map((hit) => [hit.position, hit]));
    const known = [...found.values()].filter(({ position }) => givenUpAt === null || position >= givenUpAt);
    return { hits: known.toSorted((one, other) => other.position - one.position).slice(0, search.limit), givenUpAt };
  }

  private async news({ viewer, wanted, before }: Search): Promise<Candidate[]> {
    const kinds = INDEXED_KINDS.map(({ name }) => name);
    const values = [this.reactor.place(), kinds, before, viewer.userId, MAX_NEWS];
    return this.hitsOf({ viewer, wanted }, await this.database.rows<Row>(NEWS_SINCE, values));
  }

  private async indexed(search: Search): Promise<Found> {
    const range = await this.rangeOf(search);
    const tokens = tokensFor(search.wanted, await this.namedRooms(search.viewer));
    const hits: Candidate[] = [];
    let [to, lookedAt, stretch] = [range.to, 0, FIRST_STRETCH];
    while (to > range.from && hits.length < search.limit) {
      if (lookedAt >= MAX_LOOKED_AT) return { hits, givenUpAt: to };
      const from = Math.max(range.from, to - stretch);
      const begun = performance.now();
      const rows = await this.ask(tokens, { from, to }, search.viewer.userId);
      if (performance.now() - begun < MILLISECONDS_AT_ONCE) stretch *= 2;
      hits.push(...(await this.hitsOf(search, rows)));
      lookedAt += rows.length;
      to = rows.length < MAX_LOOKED_AT_ONCE ? from : (rows.at(-1)?.position ?? from);
      await turn();
    }
    return { hits: hits.slice(0, search.limit), givenUpAt: null };
  }

  private ask({ all, anyOf, noneOf }: Tokens, { from, to }: Range, userId: string): Promise<Row[]> {
    const lists = [all, anyOf, noneOf].filter((list, index) => index === 0 || list.length > 0);
    return this.database.rows<Row>(hitsBetween(anyOf.length > 0, noneOf.length > 0), [
      ...lists.map((list) => list.join(' ')),
      from,
      to,
      userId,
      MAX_LOOKED_AT_ONCE,
    ]);
  }

  private async hitsOf(
    { viewer, wanted }: Pick<Search, 'viewer' | 'wanted'>,
    rows: readonly Row[],
  ): Promise<Candidate[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ messageId }) => messageId);
    const messages = new Map((await this.database.find(MESSAGES_FOUND, [ids])).map((message) => [message.id, message]));
    const files = wanted.some(({ condition }) => condition.kind === 'has')
      ? await this.files.ofMessages(ids)
      : new Map<string, never[]>();
    return rows.flatMap(({ position, messageId }) => {
      const message = messages.get(messageId);
      // A search with a token finds only what is said in the rooms that it is for.
      if (!message || !reachesRoom(viewer, message.roomId)) return [];
      const candidate = { position, message, files: files.get(messageId) ?? [] };
      return isHit(wanted, candidate) ? [candidate] : [];
    });
  }

  /** Where in the log hits can stand. */
  private async rangeOf({ wanted, before }: Search): Promise<Range> {
    const { from, to } = stretchOf(wanted);
    const end = Math.min(before, this.reactor.place() + 1);
    if (from === -Infinity && to === Infinity) return { from: 1, to: end };
    const days = [dayWithin(from, 0), dayWithin(to, MAX_DAY)];
    const [row] = await this.database.rows<{ first: number | null; last: number | null }>(POSITIONS_OF_DAYS, days);
    return { from: row?.first ?? 1, to: Math.min(end, (row?.last ?? 0) + 1) };
  }

  private async namedRooms({ userId, bot }: Actor): Promise<string[] | null> {
    if (bot?.roomIds && bot.roomIds.size <= MAX_NAMED_ROOMS) return [...bot.roomIds];
    const values = [userId, MAX_NAMED_ROOMS + 1];
    const rows = await this.database.rows<{ room_id: string }>(SOME_OWN_ROOMS, values);
    return rows.length > MAX_NAMED_ROOMS ? null : rows.map((row) => row.room_id);
  }
}

const MAX_DAY = 4_000_000;

function dayWithin(time: number, otherwise: number): number {
  return Number.isFinite(time) ? dayOf({ createdAt: time }) : otherwise;
}
