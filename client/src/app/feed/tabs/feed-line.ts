import { Observable } from 'rxjs';
import type { TabTopic } from '../../core/tabs/tabs';
import type { ConnectionState } from '../connection.store';
import type { RecentItems } from './recent-items';

/** In milliseconds: a tab may be ahead of a new leader by this much, which hears of the same a little later. */
const MAX_AHEAD = 1_000;
/** A question that was lost with the leader from before is asked again. */
const ASK_AGAIN = 2_000;

export interface FeedAsk {
  /** The position that this tab has reached; null where it has no state yet. */
  readonly cursor: string | null;
  /** The room whose messages it wants first. */
  readonly roomId: string | null;
}

/** What a leader says of the feed. The tabs hear it in order, so nothing is missing between an answer and what follows it. */
export type FeedSay<Item, State, Rest> =
  | { readonly kind: 'item'; readonly item: Item }
  /** To one that has asked: all that has come after its position. */
  | { readonly kind: 'since'; readonly cursor: string; readonly items: readonly Item[] }
  /** To one that has asked: the whole state as it is now. */
  | { readonly kind: 'state'; readonly state: State }
  /** To one that was given the state: more of it. */
  | { readonly kind: 'rest'; readonly rest: Rest }
  /** To one that has asked: there is nothing to give yet. */
  | { readonly kind: 'not-yet' }
  /** The state was read anew: whoever waits for it, or follows the old one, asks again. */
  | { readonly kind: 'ask-again'; readonly isAnew: boolean }
  /** There is no connection; whether for long enough to say so. */
  | { readonly kind: 'down'; readonly isLost: boolean };

export type FeedTopic<Item, State, Rest> = TabTopic<FeedAsk, FeedSay<Item, State, Rest>>;

export interface Positioned {
  readonly cursor: string;
}

/** What a tab is given that follows: an item, the whole state, or the word that there is no connection. */
export type Given<Item, State> =
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'down'; readonly isLost: boolean }
  /** Another tab leads now, or this one: what comes next comes from there. */
  | { readonly kind: 'moved' };

export interface LeaderHas<Item> {
  readonly recent: RecentItems<Item & Positioned>;
  /** Whether it has all that somebody needs who opens the chat. */
  isWhole(): boolean;
  /** `live` where it has heard all that the server has to tell. */
  connection(): ConnectionState;
  /** Sends the state to a tab, with what was said in a room. */
  giveState(to: string, roomId: string | null): void;
  /** What this tab has heard since a position, for one that hears it later. */
  forLatecomer(cursor: string, items: readonly Item[]): readonly Item[];
  after(milliseconds: number, work: () => void): () => void;
}

/** The leader's side: answers tabs that come, wake up, or have followed another leader before. */
export class LeaderLine<Item, State, Rest> {
  private readonly ahead = new Map<string, FeedAsk & { readonly stopWaiting: () => void }>();

  constructor(
    private readonly has: LeaderHas<Item>,
    private readonly topic: FeedTopic<Item, State, Rest>,
  ) {}

  /** To be called once all have been told. */
  told(item: Item & Positioned): void {
    for (const [from, { cursor }] of this.ahead) if (cursor === item.cursor) this.giveSince(from, cursor);
  }

  answer({ cursor, roomId }: FeedAsk, from: string): void {
    this.stopWaitingFor(from);
    if (cursor !== null && this.giveSince(from, cursor)) return;
    if (!this.has.isWhole() || (cursor !== null && this.has.connection() !== 'live'))
      this.topic.say({ kind: 'not-yet' }, from);
    else if (cursor === null) this.has.giveState(from, roomId);
    else this.waitFor({ cursor, roomId }, from);
  }

  private giveSince(from: string, cursor: string): boolean {
    const items = this.has.recent.after(cursor);
    if (!items) return false;
    this.stopWaitingFor(from);
    this.topic.say({ kind: 'since', cursor, items: this.has.forLatecomer(cursor, items) }, from);
    const connection = this.has.connection();
    if (connection !== 'live') this.topic.say({ kind: 'down', isLost: connection === 'lost' }, from);
    return true;
  }

  /** That tab is ahead of this one, or too far behind for what this one still keeps: time tells which. */
  private waitFor(ask: FeedAsk, from: string): void {
    const stopWaiting = this.has.after(MAX_AHEAD, () => {
      this.ahead.delete(from);
      this.has.giveState(from, ask.roomId);
    });
    this.ahead.set(from, { ...ask, stopWaiting });
  }

  private stopWaitingFor(from: string): void {
    this.ahead.get(from)?.stopWaiting();
    this.ahead.delete(from);
  }
}

/** The side of a tab that follows: what the leader tells it, from a position on. `moved` emits when somebody else leads. */
export function followLeader<Item extends Positioned, State extends Positioned, Rest>(
  { after, moved, topic }: Line<Item, State, Rest>,
  from: string,
  roomId: () => string | null,
): Observable<Given<Item, State>> {
  return new Observable((follower) => {
    let cursor = from;
    let isJoined = false;
    let stopAsking: (() => void) | undefined;
    const ask = (): void => {
      stopAsking?.();
      isJoined = false;
      topic.ask({ cursor, roomId: roomId() });
      stopAsking = after(ASK_AGAIN, () => {
        if (!isJoined) ask();
      });
    };
    const give = (item: Item): void => {
      cursor = item.cursor;
      follower.next({ kind: 'item', item });
    };
    const hearing = topic.said.subscribe((said) => {
      if (said.kind === 'since' && !isJoined && said.cursor === cursor) {
        isJoined = true;
        said.items.forEach(give);
      } else if (said.kind === 'state' && !isJoined) {
        isJoined = true;
        cursor = said.state.cursor;
        follower.next({ kind: 'state', state: said.state });
      } else if (said.kind === 'item' && isJoined) give(said.item);
      else if (said.kind === 'ask-again' && (said.isAnew || !isJoined)) ask();
      else if (said.kind === 'down') follower.next(said);
    });
    hearing.add(
      moved.subscribe(() => {
        follower.next({ kind: 'moved' });
      }),
    );
    hearing.add(() => {
      stopAsking?.();
    });
    ask();
    return hearing;
  });
}

export interface Line<Item, State, Rest> {
  readonly topic: FeedTopic<Item, State, Rest>;
  readonly moved: Observable<unknown>;
  readonly after: (milliseconds: number, work: () => void) => () => void;
}
