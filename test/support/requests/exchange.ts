import type { Answer } from './graphql.js';

/** A request and what came back of it, for tests that look at the headers too. */
export interface Exchange<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly answer: Answer<Data>;
}

/** Asks over HTTP as `post` does, and gives back status and headers with the answer. */
export async function exchange<Data>(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Exchange<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Answer<Data>;
  return { status: response.status, headers: response.headers, answer };
}

/** The one error of an answer that is refused; throws where there is none, or more. */
export function refusalIn({ errors = [] }: Answer<unknown>) {
  const [refusal, ...others] = errors;
  if (!refusal || others.length > 0) throw new Error(`Expected one refusal, got ${JSON.stringify(errors)}.`);
  return { message: refusal.message, ...refusal.extensions };
}
