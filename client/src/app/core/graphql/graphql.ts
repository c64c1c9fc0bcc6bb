import { inject, Injectable } from '@angular/core';
import { Observable } from 'rxjs';
import { pauseBefore } from '../../shared/time/repetition';
import { AccessTokens } from '../session/access-tokens';
import { GraphQLOverHttp } from './http';
import type { Operation } from './operation';
import { type Outcome, type Problem } from './problem';
import { Socket } from './socket';

/** Whoever reads is not told of a limit that has passed by then: the answer is only late. */
const MAX_REFUSALS = 3;
const MAX_WAIT_SECONDS = 30;

/** Runs the documents that stand in the data folders: queries and mutations over HTTP, subscriptions over the socket. */
@Injectable({ providedIn: 'root' })
export class GraphQL {
  private readonly http = inject(GraphQLOverHttp);
  private readonly socket = inject(Socket);
  private readonly tokens = inject(AccessTokens);

  async query<T, V>(query: Operation<T, V>, variables: V): Promise<Outcome<T>> {
    for (let refusals = 1; ; refusals++) {
      const outcome = await this.send(query, variables);
      const wait = outcome.ok ? null : shortWait(outcome.problem);
      if (wait === null || refusals > MAX_REFUSALS) return outcome;
      await pauseBefore(0, wait);
    }
  }

  mutate<T, V>(mutation: Operation<T, V>, variables: V): Promise<Outcome<T>> {
    return this.send(mutation, variables);
  }

  /** For what is said often and briefly, and is worth no request of its own: over the connection that is there. Whether it was heard, nobody asks. */
  tell<T, V extends Record<string, unknown>>({ text: query }: Operation<T, V>, variables: V): void {
    const nothing = (): undefined => undefined;
    this.socket.subscribe({ query, variables }, { next: nothing, error: nothing, complete: nothing });
  }

  /** Ends with an error when the connection does: whoever subscribes decides how to go on. */
  subscribe<T, V extends Record<string, unknown>>(subscription: Operation<T, V>, variables: V): Observable<T> {
    const { name: operationName, text: query } = subscription;
    return new Observable((subscriber) =>
      this.socket.subscribe<T>(
        { operationName, query, variables },
        {
          next: ({ data, errors }) => {
            if (errors) subscriber.error(errors);
            else if (data === undefined || data === null)
              subscriber.error(new Error('The server sent an item without data.'));
            else subscriber.next(data);
          },
          error: (error) => {
            subscriber.error(error);
          },
          complete: () => {
            subscriber.complete();
          },
        },
      ),
    );
  }

  /** One that is refused for its token goes again with a new one, once. */
  private async send<T, V>(operation: Operation<T, V>, variables: V): Promise<Outcome<T>> {
    const token = await this.tokens.current();
    const outcome = await this.http.send(operation, variables, token);
    if (token === null || outcome.ok || outcome.problem.code !== 'UNAUTHENTICATED') return outcome;
    const next = await this.tokens.replace(token);
    return next === null || next === token ? outcome : this.http.send(operation, variables, next);
  }
}

function shortWait({ code, retryAfterSeconds }: Problem): number | null {
  if (code !== 'RATE_LIMITED' || retryAfterSeconds === null) return null;
  return retryAfterSeconds <= MAX_WAIT_SECONDS ? retryAfterSeconds : null;
}
