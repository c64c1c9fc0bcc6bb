import type { Request } from 'express';
import { z } from 'zod';
import { Refusal } from '../../errors/index.js';
import type { AskedFor } from '../sockets/prepared-operations.js';

export const STREAM_PATH = '/graphql/stream';

export class NotAnOperation extends Refusal {
  constructor() {
    super(
      'BAD_USER_INPUT',
      'Send one operation: `query`, and `variables`, `operationName` and `extensions` where it has them.',
    );
  }
}

const json = z.record(z.string(), z.unknown()).nullish();

const operation = z.object({
  query: z.string().default(''),
  operationName: z.string().nullish(),
  variables: json,
  extensions: json,
});

/** Either the text of an operation, or the hash of one that came before. */
const complete = operation.refine(({ query, extensions }) => query !== '' || extensions != null);

/** The operation that a request brings, in its body or in its address. */
export function operationIn({ method, url, body }: Request): AskedFor {
  const said: unknown = method === 'GET' ? inAddress(url) : body;
  const { data } = complete.safeParse(said);
  if (!data) throw new NotAnOperation();
  return data;
}

/** The cursor of the last event that the client has seen, as clients send it when they open a stream again. */
export function lastSeenOf({ headers }: Request): string | undefined {
  const said = headers['last-event-id'];
  return typeof said === 'string' && said !== '' ? said : undefined;
}

function inAddress(url: string): object {
  const said = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  return Object.fromEntries(
    [...said].map(([name, value]) => [name, ['variables', 'extensions'].includes(name) ? parsed(value) : value]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotAnOperation();
  }
}
