import {
  ACKNOWLEDGE,
  CONSUMED_MESSAGES,
  type EventFilter,
  type Message,
  type MessageItem,
  MESSAGES,
  SEND_MESSAGE,
  type SendMessageInput,
  UPLOAD,
  type UploadedFile,
} from './documents.js';
import { Acknowledgements } from './live/acknowledgements.js';
import { type Cursor, type FeedItem, feedStep, followFeed, stateStep } from './live/follow.js';
import type { Line } from './live/line.js';
import { SocketLine } from './live/socket-line.js';
import { StreamLine } from './live/stream-line.js';
import { dataIn } from './requests/answer.js';
import { type Operation, textOf } from './requests/operation.js';
import { untilAnswered } from './requests/repetition.js';
import { type RequestOptions, Requests } from './requests/requests.js';
import { FixedToken } from './sessions/fixed-token.js';
import { REFRESH, type SessionKeeper, SessionTokens } from './sessions/session-tokens.js';
import type { Tokens } from './sessions/tokens.js';

export interface TertuliaOptions {
  /** Of the server, such as `https://chat.example.org`. */
  readonly url: string;
  /** A bot's token, `tt_…`. */
  readonly token?: string;
  /** A person's session, whose access tokens are renewed. Without this and `token` it is a visitor's. */
  readonly session?: SessionKeeper;
  /** How feeds come; if left out, over a WebSocket where there is one (browsers, Node 22 and newer), and as server-sent events otherwise. */
  readonly live?: 'socket' | 'stream';
  /** A WebSocket of one's own, such as that of the package `ws`. */
  readonly webSocket?: unknown;
  /** What was in the way of a feed, which goes on by itself. */
  readonly onTrouble?: (error: Error) => void;
}

export interface FollowOptions<Item> {
  /** The cursor of the last item that was handled; left out, from now. */
  readonly after?: Cursor;
  /** Is called for one item after the other, and waited for. What it throws ends the feed, except that what may pass (a TertuliaError with `isPassing`) is tried again. */
  readonly handle: (item: Item) => Promise<void> | void;
  /** Is called with the cursor of each item that was handled: where to go on in the next life. */
  readonly keep?: (cursor: string) => Promise<void> | void;
  /** Where the server came back from a backup, and the cursor is worth nothing: gives the one to go on from, null for now. If left out, that ends the feed. */
  readonly onCursorExpired?: () => Promise<Cursor> | Cursor;
  readonly signal?: AbortSignal;
}

export interface ConsumeOptions<Item> {
  /** Which events are wanted; left out, all. */
  readonly filter?: EventFilter;
  /** How many may be under way; the server's own number, if left out. */
  readonly inFlight?: number;
  /** Where a consumer that is not there begins; left out, now. */
  readonly from?: Date;
  /** Is called for one item after the other. It is acknowledged once this has resolved; what it throws is treated as in `follow`. */
  readonly handle: (item: Item) => Promise<void> | void;
  readonly signal?: AbortSignal;
}

export interface WatchOptions<State> {
  /** Is called for one state after the other, and waited for. */
  readonly handle: (state: State) => Promise<void> | void;
  readonly signal?: AbortSignal;
}

/** One account of one server. */
export class Tertulia {
  private readonly requests: Requests;
  private readonly tokens: Tokens;
  private readonly place: string;
  private opened: Line | null = null;

  constructor(private readonly options: TertuliaOptions) {
    this.place = options.url.replace(/\/+$/, '');
    this.tokens = this.tokensOf(options);
    this.requests = new Requests(`${this.place}/graphql`, this.tokens);
  }

  /** A query or a mutation; throws a TertuliaError where it was refused. */
  async ask<Data, Variables extends object>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    options?: RequestOptions,
  ): Promise<Data> {
    return (await this.requests.ask(textOf(operation), variables, options)) as Data;
  }

  /** Posts a message, once, however often its answer is lost. */
  async send(input: SendMessageInput, options?: RequestOptions): Promise<Message> {
    return (await this.ask(SEND_MESSAGE, { input }, options)).sendMessage.message;
  }

  /** Stores a file for a room, to be named in `attachmentIds` of a message. */
  async upload(roomId: string, file: Blob, name: string, options: RequestOptions = {}): Promise<UploadedFile> {
    const form = () => {
      const body = new FormData();
      const variables = { input: { roomId, file: null } };
      body.append('operations', JSON.stringify({ query: textOf(UPLOAD), variables }));
      body.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
      body.append('0', file, name);
      return body;
    };
    const { patience = 60_000, signal } = options;
    // A file that was stored twice is forgotten after a day, unless a message names it.
    const data = await untilAnswered(
      async () => dataIn(await this.requests.post(`${this.place}/graphql`, form(), options)),
      { isRepeatable: true, patience, signal },
    );
    return (data as { readonly uploadFile: { readonly file: UploadedFile } }).uploadFile.file;
  }

  /** All that is said in the rooms of the viewer, from the cursor or from now; nothing is missed, and nothing comes twice. Resolves when the signal says stop. */
  followMessages(options: FollowOptions<MessageItem>): Promise<void> {
    return this.follow(MESSAGES, {}, options);
  }

  /** The same for any subscription to `events` or `roomEvents` with a variable `$after`. */
  async follow<Item extends FeedItem, Variables extends object>(
    operation:
      | Operation<Record<string, Item>, Variables & { readonly after: Cursor }>
      | Operation<{ readonly events: Item }, Variables & { readonly after: Cursor }>,
    variables: Omit<Variables, 'after'>,
    { after = null, handle, keep, onCursorExpired, signal = NEVER }: FollowOptions<Item>,
  ): Promise<void> {
    await followFeed<Item>(after, {
      ...this.feedOf(textOf(operation)),
      variablesAt: (cursor) => ({ ...variables, after: cursor }),
      isNeverSilent: true,
      stepIn: feedStep,
      handle: async (item) => {
        await handle(item);
        await keep?.(item.cursor);
      },
      settle: () => Promise.resolve(),
      readAnew: async (error) => {
        if (!onCursorExpired) throw error;
        return onCursorExpired();
      },
      signal,
    });
  }

  /** All that is said in the rooms of the viewer, from a place that the server keeps under a name: each at least once, in order. Resolves when the signal says stop. */
  consumeMessages(name: string, options: ConsumeOptions<MessageItem>): Promise<void> {
    return this.consume(CONSUMED_MESSAGES, name, options);
  }

  /** The same for any subscription to `consume` with a variable `$name`, and `$filter`, `$inFlight` and `$from` where they are given. */
  async consume<Item extends FeedItem, Variables extends { readonly name: string }>(
    operation: Operation<{ readonly consume: Item }, Variables>,
    name: string,
    { filter, inFlight, from, handle, signal = NEVER }: ConsumeOptions<Item>,
  ): Promise<void> {
    const acknowledgements = new Acknowledgements(async (cursor) => {
      // Also where the signal says stop: what was handled is to be told, and what could not be told comes again.
      const options = { isRepeatable: true, patience: 5_000 };
      await this.ask(ACKNOWLEDGE, { input: { consumer: name, cursor } }, options);
    });
    await followFeed<Item>(null, {
      ...this.feedOf(textOf(operation)),
      variablesAt: () => ({ name, filter, inFlight, from: from?.toISOString() }),
      isNeverSilent: true,
      stepIn: feedStep,
      handle: async (item) => {
        await handle(item);
        acknowledgements.handled(item.cursor);
      },
      settle: () => acknowledgements.settled(),
      readAnew: (error) => Promise.reject(error),
      signal,
    });
  }

  /** A subscription to a state, such as `roomPresence`: what it is now, and then each change; where the connection was lost, what it is by then. */
  async watch<State, Variables extends object>(
    operation: Operation<State, Variables>,
    variables: Variables,
    { handle, signal = NEVER }: WatchOptions<State>,
  ): Promise<void> {
    await followFeed<State>(null, {
      ...this.feedOf(textOf(operation)),
      variablesAt: () => variables,
      isNeverSilent: false,
      stepIn: stateStep,
      handle,
      settle: () => Promise.resolve(),
      readAnew: (error) => Promise.reject(error),
      signal,
    });
  }

  private feedOf(text: string) {
    const { onTrouble = () => undefined } = this.options;
    return { line: this.line(), tokens: this.tokens, text, onTrouble };
  }

  private line(): Line {
    return (this.opened ??= this.openLine());
  }

  private openLine(): Line {
    const webSocket: unknown = this.options.webSocket ?? globalThis.WebSocket;
    const { live = webSocket ? 'socket' : 'stream' } = this.options;
    if (live === 'stream') return new StreamLine(`${this.place}/graphql/stream`, this.tokens);
    if (!webSocket) throw new TypeError('There is no WebSocket here: give one as `webSocket`, or leave out `live`.');
    return new SocketLine(`${this.place}/graphql`, this.tokens, webSocket);
  }

  private tokensOf({ token, session }: TertuliaOptions): Tokens {
    if (!session) return new FixedToken(token ?? null);
    const visitor = new Requests(`${this.place}/graphql`, new FixedToken(null));
    return new SessionTokens(session, async (refreshToken) => {
      const data = await visitor.ask(textOf(REFRESH), { refreshToken }, { isRepeatable: true });
      return (data as { refreshSession: { session: { accessToken: string; refreshToken: string } } }).refreshSession
        .session;
    });
  }
}

const NEVER = new AbortController().signal;
