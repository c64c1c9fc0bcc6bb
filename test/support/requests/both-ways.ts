import { type Answer, post } from './graphql.js';
import type { Person } from '../people/person.js';
import type { TestServer } from '../servers/server.js';
import { Socket } from '../sockets/socket.js';

/** The answer over HTTP, and that over a socket; to a visitor where nobody is named. */
export async function bothWays(
  { url }: Pick<TestServer, 'url'>,
  query: string,
  variables: Record<string, unknown> = {},
  person?: Person,
): Promise<[overHttp: Answer<unknown>, overSocket: Answer<unknown>]> {
  await using socket = await Socket.open(url, person?.accessToken);
  return [await post(url, query, variables, person?.bearer), await socket.subscribes(query, variables).answer()];
}
