import { inject, Injectable } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core';
import { Apollo } from 'apollo-angular';
import { print } from 'graphql';
import { firstValueFrom, map, type Observable } from 'rxjs';
import { pauseBefore } from '../../shared/time/repetition';
import { done, type Outcome, problem, type Problem, refused, toProblem } from './problem';
import { Socket } from './socket';

/** Whoever reads is not told of a limit that has passed by then: the answer is only late. */
const MAX_REFUSALS = 3;
const MAX_WAIT_SECONDS = 30;

/** Runs the documents that stand in the data folders. */
@Injectable({ providedIn: 'root' })
export class GraphQL {
  private readonly apollo = inject(Apollo);
  private readonly socket = inject(Socket);

  async query<T, V extends OperationVariables>(query: TypedDocumentNode<T, V>, variables: V): Promise<Outcome<T>> {
    for (let refusals = 1; ; refusals++) {
      const outcome = await this.answer(this.apollo.query<T>({ query, variables, fetchPolicy: 'no-cache' }));
      const wait = outcome.ok ? null : shortWait(outcome.problem);
      if (wait === null || refusals > MAX_REFUSALS) return outcome;
      await pauseBefore(0, wait);
    }
  }

  async mutate<T, V extends OperationVariables>(mutation: TypedDocumentNode<T, V>, variables: V): Promise<Outcome<T>> {
    return this.answer(this.apollo.mutate<T>({ mutation, variables, fetchPolicy: 'no-cache' }));
  }

  /** For what is said often and briefly, and is worth no request of its own: over the connection that is there. Whether it was heard, nobody asks. */
  tell<T, V extends OperationVariables>(mutation: TypedDocumentNode<T, V>, variables: V): void {
    const nothing = (): undefined => undefined;
    const sink = { next: nothing, error: nothing, complete: nothing };
    this.socket.client.subscribe({ query: print(mutation), variables }, sink);
  }

  /** Ends with an error when the connection does: whoever subscribes decides how to go on. */
  subscribe<T, V extends OperationVariables>(query: TypedDocumentNode<T, V>, variables: V): Observable<T> {
    return this.apollo.subscribe<T>({ query, variables, fetchPolicy: 'no-cache' }).pipe(
      map(({ data, error }) => {
        if (error) throw error instanceof Error ? error : new Error(error.message);
        if (data === undefined || data === null) throw new Error('The server sent an item without data.');
        return data;
      }),
    );
  }

  private async answer<T>(result: Observable<{ data?: T | null | undefined }>): Promise<Outcome<T>> {
    try {
      const { data } = await firstValueFrom(result);
      if (data === undefined || data === null)
        return refused(problem('INTERNAL_SERVER_ERROR', 'The server didn’t respond.'));
      return done(data);
    } catch (error) {
      return refused(toProblem(error));
    }
  }
}

function shortWait({ code, retryAfterSeconds }: Problem): number | null {
  if (code !== 'RATE_LIMITED' || retryAfterSeconds === null) return null;
  return retryAfterSeconds <= MAX_WAIT_SECONDS ? retryAfterSeconds : null;
}
