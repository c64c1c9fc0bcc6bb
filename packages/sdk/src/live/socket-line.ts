import { type Client, createClient } from 'graphql-ws/client';
import { watchedConnection } from '../core/index.js';
import type { Tokens } from '../sessions/tokens.js';
import { errorOf, type GraphQLProblem, offline, TertuliaError } from '../tertulia-error.js';
import { after } from '../time.js';
import type { Line, LineEnd, LineSink } from './line.js';

/** Subscriptions over a WebSocket, all on one connection. */
export class SocketLine implements Line {
  private readonly client: Client;

  constructor(url: string, tokens: Tokens, webSocket: unknown) {
    const { options, on } = watchedConnection(() => {
      this.terminate();
    }, after);
    this.client = createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: webSocket,
      ...options,
      on,
      connectionParams: async () => {
        const token = await tokens.current();
        return token === null ? {} : { authorization: `Bearer ${token}` };
      },
    });
  }

  subscribe(text: string, variables: object, sink: LineSink): () => void {
    let isOver = false;
    const end = (how: LineEnd) => {
      if (!isOver) sink.ended(how);
      isOver = true;
    };
    const stop = this.client.subscribe(
      { query: text, variables: { ...variables } },
      {
        next: (answer) => {
          if (!isOver) sink.next({ data: answer.data, ...(answer.errors && { errors: answer.errors }) });
        },
        error: (error) => {
          end(endOf(error));
        },
        complete: () => {
          end({ error: null, closeCode: null });
        },
      },
    );
    return () => {
      isOver = true;
      stop();
    };
  }

  terminate(): void {
    this.client.terminate();
  }
}

/** graphql-ws tells a close of the socket, the errors of an operation, and a connection that did not come about, all in one place. */
function endOf(error: unknown): LineEnd {
  if (Array.isArray(error)) return { error: errorOf(error as readonly GraphQLProblem[]), closeCode: null };
  if (isClose(error)) return { error: closeError(error), closeCode: error.code };
  return { error: error instanceof TertuliaError ? error : offline(error), closeCode: null };
}

function closeError({ code, reason }: Close): TertuliaError {
  const words = `The socket was closed with ${String(code)}${reason === '' ? '.' : `: ${reason}`}`;
  const said = /^(?<reason>[A-Z_]+)\b/.exec(reason)?.groups?.reason;
  if (code === 4401 || code === 4403) return new TertuliaError('UNAUTHENTICATED', words, { reason: said });
  return MISTAKES.has(code) ? new TertuliaError('BAD_USER_INPUT', words) : offline(new Error(words));
}

/** Trying again brings the same: see "Close codes" in Tertulia's docs/guides/errors-and-limits.md. */
const MISTAKES: ReadonlySet<number> = new Set([1002, 1007, 1008, 1009, 4400, 4406, 4409]);

interface Close {
  readonly code: number;
  readonly reason: string;
}

function isClose(error: unknown): error is Close {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'number' &&
    'reason' in error
  );
}
