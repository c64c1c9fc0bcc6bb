import { type Answer, dataOf } from '../requests/graphql.js';
import type { Person } from '../people/person.js';

/** What stands between two empty lines of a stream. */
export interface StreamEvent {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string;
  readonly retry: string | undefined;
  readonly comments: readonly string[];
}

interface Asked {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

/** A stream of server-sent events, read with fetch and nothing else between the test and the lines. */
export class EventStream implements AsyncDisposable {
  private text = '';
  private readonly decoder = new TextDecoder();

  private constructor(
    readonly head: Response,
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
    private readonly gone: AbortController,
  ) {}

  /** Opens one that is not refused. */
  static async open({ server, bearer }: Person, asked: Asked): Promise<EventStream> {
    const gone = new AbortController();
    const head = await ask(server.url, { ...asked, headers: { ...bearer, ...asked.headers } }, gone.signal);
    if (head.status !== 200 || !head.body) throw new Error(`Refused with ${String(head.status)}: ${await head.text()}`);
    return new EventStream(head, head.body.getReader(), gone);
  }

  /** The next event; comments and hints that came before it are left out. */
  async next(): Promise<StreamEvent> {
    for (;;) {
      const event = await this.block();
      if (!event) throw new Error('The stream ended.');
      if (event.event !== undefined) return event;
    }
  }

  /** The data of the next answer without errors. */
  async data<Data>(): Promise<Data> {
    return dataOf(await this.answer<Data>());
  }

  async answer<Data>(): Promise<Answer<Data>> {
    const { event, data } = await this.next();
    if (event !== 'next') throw new Error(`Expected an answer, got ${String(event)}.`);
    return JSON.parse(data) as Answer<Data>;
  }

  /** Whatever else comes, to the end. */
  async rest(): Promise<StreamEvent[]> {
    const events: StreamEvent[] = [];
    for (let event = await this.block(); event; event = await this.block()) events.push(event);
    return events;
  }

  /** Hangs up. */
  close(): void {
    this.gone.abort();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.close();
    return Promise.resolve();
  }

  private async block(): Promise<StreamEvent | undefined> {
    for (let end = this.text.indexOf('\n\n'); ; end = this.text.indexOf('\n\n')) {
      if (end >= 0) {
        const lines = this.text.slice(0, end).split('\n');
        this.text = this.text.slice(end + 2);
        return read(lines);
      }
      const { done, value } = await this.reader.read();
      if (done) return undefined;
      this.text += this.decoder.decode(value, { stream: true });
    }
  }
}

/** Asks for a stream, as it is answered. */
export function ask(url: string, { query, variables, headers }: Asked, signal?: AbortSignal): Promise<Response> {
  return fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
}

function read(lines: readonly string[]): StreamEvent {
  const said = (name: string): string[] =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ''));
  return {
    id: said('id')[0],
    event: said('event')[0],
    data: said('data').join('\n'),
    retry: said('retry')[0],
    comments: said(''),
  };
}
