import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { askOnce, NameUnknown, NotAsked } from '../outgoing/index.js';
import { VERSION } from '../server-info/index.js';
import { Clock } from '../runtime/index.js';
import { WebhookGuard } from './webhook-guard.js';

/** What came of an attempt. */
export interface Outcome {
  readonly isTaken: boolean;
  /** Null where nothing was answered. */
  readonly statusCode: number | null;
  /** For whoever looks after the webhook; null where it was taken. */
  readonly error: string | null;
  /** So long the receiver wants to be left alone. */
  readonly waitMilliseconds: number;
}

/** From the look-up of the name to the head of the answer: more of it is not read. */
const MAX_MILLISECONDS = 15_000;
const MAX_WAIT_MILLISECONDS = 24 * 60 * 60 * 1000;
/** It wants nothing more from this webhook. */
export const GONE = 410;

/** Posts to an address: within the guard, in bounded time, and without following where it points. */
@Injectable()
export class Receiver {
  constructor(
    private readonly guard: WebhookGuard,
    private readonly clock: Clock,
  ) {}

  /** Never throws: what goes wrong is an outcome, but for the end of the server. */
  async post(
    url: string,
    body: string,
    signature: Readonly<Record<string, string>>,
    stopping: AbortSignal,
  ): Promise<Outcome> {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(MAX_MILLISECONDS)]);
    const bytes = Buffer.from(body);
    const headers = {
      ...signature,
      'content-type': 'application/json',
      'content-length': String(bytes.length),
      'user-agent': `Tertulia/${VERSION}`,
    };
    try {
      const admitted = await this.guard.admit(url, signal);
      const answer = await askOnce(admitted, { method: 'POST', headers, body: bytes }, signal);
      answer.destroy();
      return this.outcomeOf(answer);
    } catch (error) {
      stopping.throwIfAborted();
      return { isTaken: false, statusCode: null, error: reasonOf(error, signal), waitMilliseconds: 0 };
    }
  }

  private outcomeOf({ statusCode = 0, headers }: IncomingMessage): Outcome {
    const isTaken = statusCode >= 200 && statusCode < 300;
    const isRedirect = statusCode >= 300 && statusCode < 400;
    const error = `It answered ${String(statusCode)}${isRedirect ? '; redirects are not followed' : ''}.`;
    return {
      isTaken,
      statusCode,
      error: isTaken ? null : error,
      waitMilliseconds: isTaken ? 0 : this.waitFrom(headers['retry-after']),
    };
  }

  /** Seconds, or a date (RFC 9110, 10.2.3). What is neither counts as nothing said. */
  private waitFrom(retryAfter: string | undefined): number {
    if (retryAfter === undefined) return 0;
    const said = /^\d+$/.test(retryAfter)
      ? Number(retryAfter) * 1000
      : Date.parse(retryAfter) - this.clock.now().getTime();
    return Number.isNaN(said) ? 0 : Math.min(Math.max(said, 0), MAX_WAIT_MILLISECONDS);
  }
}

function reasonOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof NotAsked) return 'This server may not post to this address.';
  if (error instanceof NameUnknown) return error.message;
  if (signal.aborted) return `There was no answer within ${String(MAX_MILLISECONDS / 1000)} seconds.`;
  const { code } = error as { code?: unknown };
  return `It could not be reached${typeof code === 'string' ? ` (${code})` : ''}.`;
}
