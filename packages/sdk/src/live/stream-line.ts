import { MAX_SILENCE } from '../core/index.js';
import { answerIn, dataIn } from '../requests/answer.js';
import type { Tokens } from '../sessions/tokens.js';
import { offline, TertuliaError } from '../tertulia-error.js';
import { after } from '../time.js';
import { eventsIn } from './event-stream.js';
import type { Line, LineEnd, LineSink } from './line.js';

const LOST: LineEnd = { error: offline(new Error('the stream broke off')), closeCode: null };
const TOKEN_REFUSED = 4403;

/** Subscriptions as server-sent events, each of them a request of its own: for where there is no WebSocket. */
export class StreamLine implements Line {
  private readonly open = new Set<AbortController>();

  constructor(
    private readonly url: string,
    private readonly tokens: Tokens,
  ) {}

  subscribe(text: string, variables: object, sink: LineSink): () => void {
    const stopping = new AbortController();
    let isOver = false;
    const next: LineSink['next'] = (answer) => {
      if (!isOver) sink.next(answer);
    };
    this.open.add(stopping);
    void this.read(JSON.stringify({ query: text, variables }), next, stopping).then((end) => {
      this.open.delete(stopping);
      if (!isOver) sink.ended(end);
    });
    return () => {
      isOver = true;
      stopping.abort();
    };
  }

  terminate(): void {
    for (const each of this.open) each.abort();
  }

  private async read(body: string, next: LineSink['next'], stopping: AbortController): Promise<LineEnd> {
    let cancel = (): void => undefined;
    const heard = () => {
      cancel();
      cancel = after(MAX_SILENCE, () => {
        stopping.abort();
      });
    };
    try {
      heard();
      const response = await this.request(body, stopping.signal);
      if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream'))
        return await refusalOf(response);
      for await (const said of eventsIn(response.body)) {
        heard();
        if (said?.event === 'complete') return { error: null, closeCode: null };
        if (said?.event === 'next') next(answerIn(said.data) ?? {});
      }
      return LOST;
    } catch (error) {
      return { error: error instanceof TertuliaError ? error : offline(error), closeCode: null };
    } finally {
      cancel();
    }
  }

  private async request(body: string, signal: AbortSignal): Promise<Response> {
    const token = await this.tokens.current();
    return fetch(this.url, {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body,
      signal,
    });
  }
}

/** A token that is not good is told with the status: as on a socket, by its close code. */
async function refusalOf(response: Response): Promise<LineEnd> {
  try {
    await dataIn(response);
    return LOST;
  } catch (error) {
    const refused = error instanceof TertuliaError ? error : offline(error);
    return { error: refused, closeCode: refused.code === 'UNAUTHENTICATED' ? TOKEN_REFUSED : null };
  }
}
