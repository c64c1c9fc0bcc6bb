import type { Person } from '../people/person.js';
import { post } from '../requests/graphql.js';
import type { TestServer } from '../servers/server.js';

/** A column of a table of rights, as verb → what comes of it. */
export function columnOf(table: string, column: string): Record<string, string> {
  const [heading = '', ...rows] = table.trim().split('\n');
  const place = heading.trim().split(/\s+/).indexOf(column);
  return Object.fromEntries(
    rows.map((row) => {
      const [verb = '', ...cells] = row.trim().split(/\s{2,}/);
      return [verb, cells[place] ?? 'no such column'];
    }),
  );
}

/** What comes of a request: `yes`, it is done or shown; `null`, nothing is shown; otherwise the code of the refusal. */
export async function verdictOn(
  server: Pick<TestServer, 'url'>,
  who: Person,
  query: string,
  variables: Record<string, unknown>,
): Promise<string> {
  const { data, errors } = await post<Shown>(server.url, query, variables, who.bearer);
  if (errors) return errors.map(({ extensions }) => extensions.code).join(' ');
  const answers = Object.values(data ?? { nothing: null });
  return answers.every((answer) => answer !== null && !Object.values(answer).includes(null)) ? 'yes' : 'null';
}

type Shown = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
