import type { Tokens } from '../sessions/tokens.js';
import { offline } from '../tertulia-error.js';
import { answerIn, dataIn } from './answer.js';
import { isMutation } from './operation.js';
import { untilAnswered } from './repetition.js';

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds: for how long it is tried again where the server cannot be reached or is busy. A minute, if left out; zero is once. */
  readonly patience?: number | undefined;
  /**
   * Whether it may be sent again where its answer was lost. Queries and mutations with a `nonce` are, if left out; any other mutation is not, for nobody knows whether it was done.
   */
  readonly isRepeatable?: boolean | undefined;
}

/** How long an answer may take, in milliseconds. */
const ANSWER_WITHIN = 30_000;

const PATIENCE = 60_000;

/** Queries and mutations, over HTTP. */
export class Requests {
  constructor(
    private readonly url: string,
    private readonly tokens: Tokens,
  ) {}

  /** Sends an operation until it is answered, and gives what came; throws a TertuliaError where it was refused. */
  async ask(text: string, variables: object, options: RequestOptions = {}): Promise<unknown> {
    const body = JSON.stringify({ query: text, variables });
    const post = (token: string | null) =>
      this.send(this.url, token, { headers: { 'content-type': 'application/json' }, body, signal: options.signal });
    return untilAnswered(async () => dataIn(await this.withToken(post)), {
      isRepeatable: options.isRepeatable ?? (!isMutation(text) || hasNonce(variables)),
      patience: options.patience ?? PATIENCE,
      signal: options.signal,
    });
  }

  /** A request that has its own form. */
  async post(url: string, body: FormData, options: RequestOptions = {}): Promise<Response> {
    return this.withToken((token) => this.send(url, token, { body, headers: {}, signal: options.signal }));
  }

  /** A token that has run out is replaced once: what was refused with it was not done. */
  private async withToken(request: (token: string | null) => Promise<Response>): Promise<Response> {
    const token = await this.tokens.current();
    const response = await request(token);
    if (token === null || !(await wantsAnotherToken(response))) return response;
    await this.tokens.replace(token);
    return request(await this.tokens.current());
  }

  private async send(
    url: string,
    token: string | null,
    { headers, body, signal }: { headers: Record<string, string>; body: BodyInit; signal: AbortSignal | undefined },
  ): Promise<Response> {
    const timeout = AbortSignal.timeout(ANSWER_WITHIN);
    try {
      return await fetch(url, {
        method: 'POST',
        headers: { ...headers, ...(token !== null && { authorization: `Bearer ${token}` }) },
        body,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw offline(causeOf(error));
    }
  }
}

/** Only the server's own word: a proxy may refuse anything for reasons of its own. */
async function wantsAnotherToken(response: Response): Promise<boolean> {
  const answer = answerIn(
    await response
      .clone()
      .text()
      .catch(() => ''),
  );
  const [problem] = answer?.errors ?? [];
  if (problem) return isOfToken(problem.extensions);
  // For `POST /upload` and the like, whose answers are not GraphQL's.
  if (response.status === 401) return isOfToken(answer);
  // Where nothing else is asked for, a token that has run out is no error: whoever comes with it is nobody.
  return isNobodys(answer?.data);
}

function isOfToken(told: object | null | undefined): boolean {
  const { code, reason } = (told ?? {}) as { readonly code?: unknown; readonly reason?: unknown };
  return code === 'UNAUTHENTICATED' && typeof reason === 'string';
}

function isNobodys(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'viewer' in data && data.viewer === null;
}

function hasNonce(variables: object): boolean {
  const places: unknown[] = [variables, ...(Object.values(variables) as unknown[])];
  return places.some(
    (place) => typeof place === 'object' && place !== null && 'nonce' in place && typeof place.nonce === 'string',
  );
}

/** `fetch` says of everything that it failed; its cause says why. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}
