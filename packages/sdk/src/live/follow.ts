import { type FeedEnd, feedEnd, FeedLoop, type Followed, Silence } from '../core/index.js';
import type { Answer } from '../requests/answer.js';
import { pauseBefore } from '../requests/repetition.js';
import type { Tokens } from '../sessions/tokens.js';
import { errorOf, TertuliaError } from '../tertulia-error.js';
import { after as later, sleep } from '../time.js';
import type { Line, LineEnd } from './line.js';

/** What a feed is made of, as far as it has to be known here: an operation selects `cursor`, `event` and `mark` at least. */
export interface FeedItem {
  readonly cursor: string;
  readonly event?: unknown;
  readonly mark?: string | null;
}

export type Cursor = string | null;

export interface Following<Item extends FeedItem> {
  readonly line: Line;
  readonly tokens: Tokens;
  readonly text: string;
  /** The variables with which to go on from a cursor. */
  readonly variablesAt: (cursor: Cursor) => object;
  /** Is called for one item after the other, and waited for. */
  readonly handle: (item: Item) => Promise<void> | void;
  /** Before the feed is opened again, and when it is over: what was handled is to be kept by then. */
  readonly settle: () => Promise<void>;
  /** Where the log has been cut off: gives the cursor to go on from. */
  readonly readAnew: (error: TertuliaError) => Promise<Cursor>;
  readonly onTrouble: (error: Error) => void;
  readonly signal: AbortSignal;
}

/** So many items may wait to be handled: then the feed is let go of, and opened again once they are. */
const MAX_WAITING = 1_000;

/** Follows a feed until the signal says stop, or until it is refused, which throws. */
export async function followFeed<Item extends FeedItem>(from: Cursor, following: Following<Item>): Promise<void> {
  const { signal, settle, onTrouble } = following;
  let last: TertuliaError | null = null;
  let refused: string | null = null;
  const loop = new FeedLoop<Cursor>({
    down: () => undefined,
    follow: async (cursor) => {
      signal.throwIfAborted();
      refused = await following.tokens.current();
      const { error, ...followed } = await followOnce(cursor, following, () => {
        loop.recovered();
      });
      await settle();
      signal.throwIfAborted();
      last = error instanceof TertuliaError ? error : null;
      if (error) onTrouble(error);
      return followed;
    },
    pause: (attempt) => sleep(pauseBefore(attempt, last?.retryAfter ?? null), signal),
    renewToken: () => following.tokens.replace(refused),
    readAnew: () => following.readAnew(last ?? new TertuliaError('CURSOR_EXPIRED', 'The feed cannot be resumed.')),
  });
  try {
    await loop.follow(from);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** `full`: too many wait to be handled. */
type Ending = LineEnd | 'full' | 'stopped';

type Once = Followed<Cursor> & { readonly error: Error | null };

/** One subscription, and what came of it handled. */
async function followOnce<Item extends FeedItem>(
  from: Cursor,
  { line, text, variablesAt, handle, signal }: Following<Item>,
  caughtUp: () => void,
): Promise<Once> {
  const waiting: Item[] = [];
  let ending: Ending | null = null;
  let wake: () => void = () => undefined;
  const ends = (how: Ending) => {
    ending ??= how;
    // Somebody else has them now, or nobody may.
    if (typeof how === 'object' && !canGoOn(how)) waiting.length = 0;
    wake();
  };
  const silence = new Silence(() => {
    line.terminate();
  }, later);
  const abort = () => {
    ends('stopped');
  };
  const stop = line.subscribe(text, variablesAt(from), {
    next: (answer) => {
      if (ending !== null) return;
      silence.heard();
      const item = itemIn(answer);
      // It could not be shown: the cursor stays before it, and the next attempt asks for it again.
      if (item instanceof TertuliaError) ends({ error: item, closeCode: null });
      else if (waiting.length >= MAX_WAITING) {
        ends('full');
        stop();
      } else {
        // What else is in it the operation says.
        waiting.push(item as Item);
        wake();
      }
    },
    ended: ends,
  });
  signal.addEventListener('abort', abort);
  let reached = from;
  try {
    for (;;) {
      const item = waiting.shift();
      if (signal.aborted) return { end: 'again', reached, error: null };
      if (item) {
        const error = await failureOf(() => handle(item));
        if (error) return { end: 'resume', reached, error };
        // Afterwards: what could not be handled comes again.
        reached = item.cursor;
        if (item.mark === 'CAUGHT_UP' || item.mark === 'OPENED') caughtUp();
        continue;
      }
      // Set meanwhile, by what the line told.
      const how = ending as Ending | null;
      if (how === 'full' || how === 'stopped') return { end: 'again', reached, error: null };
      if (how) {
        if (how.error && !canGoOn(how)) throw how.error;
        return { end: endOf(how), reached, error: how.error };
      }
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal.removeEventListener('abort', abort);
    silence.stop();
    stop();
  }
}

/** The item of a feed, which is the only field of its subscription. */
function itemIn({ data, errors }: Answer): FeedItem | TertuliaError {
  if (errors && errors.length > 0) return errorOf(errors);
  const [item] = typeof data === 'object' && data !== null ? (Object.values(data) as (FeedItem | null)[]) : [];
  if (item && typeof item.cursor === 'string') return item;
  return new TertuliaError('BAD_USER_INPUT', 'Select `cursor` beside `event`: without it nothing can be resumed.');
}

/** What stood in the way of handling an item, where that may pass; whatever else is wrong with the handler is thrown. */
async function failureOf(work: () => Promise<void> | void): Promise<TertuliaError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof TertuliaError && error.isPassing) return error;
    throw error;
  }
}

function endOf({ error, closeCode }: LineEnd): FeedEnd {
  return feedEnd(error instanceof TertuliaError ? error.code : null, closeCode);
}

/** Whether another attempt may mend it. */
function canGoOn(end: LineEnd): boolean {
  const { error } = end;
  if (error === null || endOf(end) !== 'resume') return true;
  return error instanceof TertuliaError && (error.isPassing || error.code === 'INTERNAL_SERVER_ERROR');
}
