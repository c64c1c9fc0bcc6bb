import type { Response } from 'express';
import type { GraphQLFormattedError } from 'graphql';
import { asGraphQL, Refusal, type RefusalAnswer } from '../../errors/index.js';

/** A little longer than the server takes to start again. */
const SECONDS_UNTIL_THE_NEXT_SERVER = 3;

export class ServerStops extends Refusal {
  constructor() {
    super('SERVICE_UNAVAILABLE', 'The server is about to stop. Try again in a moment.', {
      retryAfter: SECONDS_UNTIL_THE_NEXT_SERVER,
    });
  }
}

class NotPossible extends Refusal {
  constructor(sentence: string) {
    super('BAD_USER_INPUT', sentence);
  }
}

/** What a request is refused with that HTTP itself has a status for. */
export function notPossible(status: number, sentence: string, headers: Record<string, string> = {}): RefusalAnswer {
  return { ...asGraphQL(new NotPossible(sentence)), status, headers };
}

export function mutationInAddress(): RefusalAnswer {
  return notPossible(405, 'Send a mutation by POST.', { Allow: 'POST' });
}

/** The status of what may be sent again later as it is; all other errors are told within the stream, as the protocol wants it. */
export function statusOf(errors: readonly GraphQLFormattedError[]): number | undefined {
  const codes = errors.map(({ extensions }) => extensions?.code);
  if (codes.includes('RATE_LIMITED')) return 429;
  return codes.includes('SERVICE_UNAVAILABLE') ? 503 : undefined;
}

export function turnAway(response: Response, { status, headers, body }: RefusalAnswer): void {
  if (response.headersSent) return;
  response.status(status).set(headers).set('Cache-Control', 'no-store').json(body);
}
