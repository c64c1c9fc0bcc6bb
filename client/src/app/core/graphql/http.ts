import { inject, Injectable } from '@angular/core';
import { ServerClock } from '../../shared/time/server-clock';
import { outcomeOf } from './answer';
import type { Operation } from './operation';
import { type Outcome, refused, unreachable } from './problem';

const ACCEPTED = 'application/graphql-response+json,application/json;q=0.9';

/**
 * Sends operations over HTTP, each as whoever the token is of. It is for what comes before Apollo is there, the session and the server's name, and for files;
 * everybody else asks `GraphQL`.
 */
@Injectable({ providedIn: 'root' })
export class GraphQLOverHttp {
  private readonly fetch = inject(ServerClock).fetch;

  /** Never fails: what kept the server from answering is told as a problem. */
  async send<T, V>(operation: Operation<T, V>, variables: V, token: string | null): Promise<Outcome<T>> {
    const { name: operationName, text: query } = operation;
    return this.post(JSON.stringify({ operationName, query, variables }), token, {
      'content-type': 'application/json',
    });
  }

  /** With files, as the GraphQL multipart request specification has it: each has the place of the variable that it stands for. */
  async sendFiles<T, V>(
    { text: query }: Operation<T, V>,
    variables: V,
    files: ReadonlyMap<string, Blob>,
    token: string,
  ): Promise<Outcome<T>> {
    const places = [...files.keys()].map((place, index) => [String(index), [place]] as const);
    const body = new FormData();
    body.append('operations', JSON.stringify({ query, variables }));
    body.append('map', JSON.stringify(Object.fromEntries(places)));
    [...files.values()].forEach((file, index) => {
      body.append(String(index), file, 'file');
    });
    return this.post(body, token);
  }

  private async post<T>(
    body: string | FormData,
    token: string | null,
    type: Record<string, string> = {},
  ): Promise<Outcome<T>> {
    const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    const headers = { accept: ACCEPTED, ...type, ...authorization };
    try {
      const answer = await this.fetch('/graphql', { method: 'POST', credentials: 'same-origin', headers, body });
      return await outcomeOf<T>(answer);
    } catch {
      return refused(unreachable());
    }
  }
}
