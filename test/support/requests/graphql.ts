/** An answer of the API, as it came. */
export interface Answer<Data> {
  /** Where something failed, what it failed for is null: each mutation for itself. */
  readonly data: { readonly [Field in keyof Data]: Data[Field] | null } | null;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly field?: string;
    readonly retryAfter?: number;
    readonly id?: string;
    readonly reason?: string;
  };
}

/** The answer held errors where the test expected none. */
export class AnsweredWithErrors extends Error {
  constructor(readonly errors: readonly AnswerError[]) {
    super(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join('\n'));
    this.name = 'AnsweredWithErrors';
  }
}

/** Asks over HTTP and gives back the whole answer, errors included. */
export async function post<Data>(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  // The test names the shape that its own query asks for.
  return (await response.json()) as Answer<Data>;
}

/** The data of an answer without errors. */
export function dataOf<Data>({ data, errors }: Answer<Data>): Data {
  if (errors) throw new AnsweredWithErrors(errors);
  if (data === null) throw new Error('The answer has neither data nor errors.');
  // Without errors nothing is null that the test did not name so.
  return data as Data;
}
