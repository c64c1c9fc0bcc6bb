import type { ServerResponse } from 'node:http';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { Payload, Sink } from '../../feed/index.js';
import { encodedAnswer } from '../encoded-answer.js';
import { PacedOutput } from '../paced-output.js';
import { wordedAnswer } from '../worded-answer.js';

/** No cache and no proxy holds anything back: each event is for one reader, and for now. */
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const;

const NEXT = 'event: next\ndata: ';
const COMPLETE = 'event: complete\ndata:\n\n';
/** A line that every client passes over. */
const NOTHING = ':\n\n';

/** What goes out over one stream of server-sent events (HTML Standard, 9.2), as GraphQL over SSE has them: `next` and `complete`. */
export class EventStream extends PacedOutput implements Sink {
  constructor(private readonly response: ServerResponse) {
    super(response);
  }

  get hasBegun(): boolean {
    return this.response.headersSent;
  }

  /** From here on the answer is a stream, and the client can tell. */
  begin(headers: Readonly<Record<string, string>> = {}): void {
    if (this.hasBegun || this.isOver) return;
    this.response.writeHead(200, { ...HEADERS, ...headers });
    this.write(NOTHING);
  }

  send(payload: Payload): void {
    this.begin();
    this.write(eventOf(payload));
  }

  /** Keeps the line open where nothing happens: proxies hang up on those that are silent. */
  beat(): void {
    if (this.hasBegun && !this.isFull) this.write(NOTHING);
  }

  /** Nothing more will come of the operation. */
  complete(): void {
    if (this.isOver) return;
    this.begin();
    this.response.end(COMPLETE);
  }

  /** The last answer of the operation. */
  endWith(answer: FormattedExecutionResult): void {
    this.send(encodedAnswer(answer));
    this.complete();
  }

  /** Ends in the middle: a client opens it again, and is told then what is wrong, if anything. */
  breakOff(why: string, retryMilliseconds?: number): void {
    if (this.isOver) return;
    const hint = retryMilliseconds === undefined ? '' : `retry: ${String(retryMilliseconds)}\n`;
    this.response.end(`: ${why.replaceAll(/\s+/g, ' ')}\n${hint}\n`);
  }

  readonly encode = (result: ExecutionResult): Payload => encodedAnswer(wordedAnswer(result));

  private get isOver(): boolean {
    return this.response.writableEnded || this.response.destroyed;
  }

  private write(event: Buffer | string): void {
    if (this.isOver) return;
    if (!this.response.write(event)) this.noteFull();
  }
}

/** The bytes of a payload that many get are made once. */
const eventsOfPayloads = new WeakMap<Payload, Buffer>();

function eventOf(payload: Payload): Buffer {
  const known = eventsOfPayloads.get(payload);
  if (known) return known;
  const { place, bytes } = payload;
  // The cursor is in Base64url and JSON has no line breaks: neither can end a line of the stream.
  const head = place ? `id: ${place.cursor}\n${NEXT}` : NEXT;
  const event = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\n\n')]);
  eventsOfPayloads.set(payload, event);
  return event;
}
