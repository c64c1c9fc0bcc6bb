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

/** What came of a subscription, and how far it leads. */
export interface Step<Item> {
  readonly item: Item;
  readonly cursor: Cursor;
  /** Whether nothing is in the way any more. */
  readonly isCaughtUp: boolean;
}

export interface Following<Item> {
  readonly line: Line;
  readonly tokens: Tokens;
  readonly text: string;
  /** The variables with which to go on from a cursor. */
  readonly variablesAt: (cursor: Cursor) => object;
  /** Whether it says something every 30 seconds at least. */
  readonly isNeverSilent: boolean;
  /** An answer that has no errors; null where it is not what it has to be. */
  readonly stepIn: (answer: Answer) => Step<Item> | null;
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
export async function followFeed<Item>(from: Cursor, following: Following<Item>): Promise<void> {
  const { signal, onTrouble } = following;
  let last: TertuliaError | null = null;
  let used: string | null = null;
  const loop = new FeedLoop<Cursor>({
    down: () => undefined,
    follow: async (cursor) => {
      signal.throwIfAborted();
      const failure = await failureOf(async () => {
        used = await following.tokens.current();
      });
      if (failure) {
        onTrouble(failure);
        return { end: 'resume', reached: cursor };
      }
      const { error, ...followed } = await followOnce(cursor, following, () => {
        loop.recovered();
      });
      last = error instanceof TertuliaError ? error : null;
      if (error) onTrouble(error);
      return followed;
    },
    pause: (attempt) => sleep(pauseBefore(attempt, last?.retryAfter ?? null), signal),
    renewToken: async () => {
      const failure = await failureOf(() => following.tokens.replace(used));
      // The next attempt is refused as this one was, and comes back to here.
      if (failure) onTrouble(failure);
    },
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
async function followOnce<Item>(
  from: Cursor,
  { line, text, variablesAt, isNeverSilent, stepIn, handle, settle, signal }: Following<Item>,
  caughtUp: () => void,
): Promise<Once> {
  const waiting: Step<Item>[] = [];
  let ending: Ending | null = null;
  let wake: () => void = () => undefined;
  const ends = (how: Ending) => {
    ending ??= how;
    // Somebody else has them now, or nobody may.
    if (typeof how === 'object' && !canGoOn(how)) waiting.length = 0;
    wake();
  };
  const silence = isNeverSilent
    ? new Silence(() => {
        line.terminate();
      }, later)
    : null;
  const abort = () => {
    ends('stopped');
  };
  const stop = line.subscribe(text, variablesAt(from), {
    next: (answer) => {
      if (ending !== null) return;
      silence?.heard();
      const step = stepOf(answer, stepIn);
      // It could not be shown: the cursor stays before it, and the next attempt asks for it again.
      if (step instanceof TertuliaError) ends({ error: step, closeCode: null });
      else if (waiting.length >= MAX_WAITING) {
        ends('full');
        stop();
      } else {
        waiting.push(step);
        wake();
      }
    },
    ended: ends,
  });
  signal.addEventListener('abort', abort);
  let reached = from;
  try {
    for (;;) {
      const step = waiting.shift();
      if (signal.aborted) return { end: 'again', reached, error: null };
      if (step) {
        const failure = await failureOf(() => handle(step.item));
        if (failure) return toResume(reached, failure);
        // Afterwards: what could not be handled comes again.
        reached = step.cursor;
        if (step.isCaughtUp) caughtUp();
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
    silence?.stop();
    stop();
    // What could not be told comes again.
    await failureOf(settle);
  }
}

function stepOf<Item>(answer: Answer, stepIn: Following<Item>['stepIn']): Step<Item> | TertuliaError {
  if (answer.errors && answer.errors.length > 0) return errorOf(answer.errors);
  const step = stepIn(answer);
  return (
    step ?? new TertuliaError('BAD_USER_INPUT', 'Select `cursor` beside `event`: without it nothing can be resumed.')
  );
}

/** The item of a feed, which is the only field of its subscription. */
export function feedStep<Item extends FeedItem>(answer: Answer): Step<Item> | null {
  const item = onlyField(answer) as Item | null;
  // What else is in it the operation says.
  if (typeof item?.cursor !== 'string') return null;
  return { item, cursor: item.cursor, isCaughtUp: item.mark === 'CAUGHT_UP' || item.mark === 'OPENED' };
}

/** A state, which says all by itself: there is nothing to resume. */
export function stateStep<State>({ data }: Answer): Step<State> {
  return { item: data as State, cursor: null, isCaughtUp: true };
}

function onlyField({ data }: Answer): unknown {
  return typeof data === 'object' && data !== null ? Object.values(data)[0] : null;
}

function toResume(reached: Cursor, error: TertuliaError): Once {
  return { end: 'resume', reached, error };
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
