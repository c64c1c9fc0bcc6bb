import { inject, Injectable } from '@angular/core';
import type { OperationVariables } from '@apollo/client/core';
import { defer, from, mergeMap, type Observable } from 'rxjs';
import { pauseBefore } from '../../shared/time/repetition';
import { ServerClock } from '../../shared/time/server-clock';
import { AccessTokens } from '../session/access-tokens';
import type { Apollo } from './apollo';
import { GraphQLOverHttp } from './http';
import { loadApollo } from './load-apollo';
import type { Operation } from './operation';
import { type Outcome, type Problem, refused, signedOut, unreachable } from './problem';
import { SharedOperations } from './shared-operations';
import { Socket } from './socket';

/** Whoever reads is not told of a limit that has passed by then: the answer is only late. */
const MAX_REFUSALS = 3;
const MAX_WAIT_SECONDS = 30;

/** Runs the documents that stand in the data folders. Apollo, which does it, comes with the first need of it. */
@Injectable({ providedIn: 'root' })
export class GraphQL {
  private readonly fetch = inject(ServerClock).fetch;
  private readonly shared = inject(SharedOperations);
  private readonly socket = inject(Socket);
  private readonly tokens = inject(AccessTokens);
  private readonly http = inject(GraphQLOverHttp);
  private loading: Promise<Apollo> | undefined;

  constructor() {
    this.shared.serve({
      subscribe: (subscription, variables) => this.subscribeHere(subscription, variables),
      tell: (operation, variables) => {
        this.tellHere(operation, variables);
      },
    });
  }

  async query<T, V extends OperationVariables>(query: Operation<T, V>, variables: V): Promise<Outcome<T>> {
    for (let refusals = 1; ; refusals++) {
      const outcome = await this.run((apollo) => apollo.query(query, variables));
      const wait = outcome.ok ? null : shortWait(outcome.problem);
      if (wait === null || refusals > MAX_REFUSALS) return outcome;
      await pauseBefore(0, wait);
    }
  }

  mutate<T, V extends OperationVariables>(mutation: Operation<T, V>, variables: V): Promise<Outcome<T>> {
    return this.run((apollo) => apollo.mutate(mutation, variables));
  }

  /** With files, each by the place of the variable that it stands for. Apollo's link has no way to send any. */
  async mutateWithFiles<T, V>(
    mutation: Operation<T, V>,
    variables: V,
    files: ReadonlyMap<string, Blob>,
  ): Promise<Outcome<T>> {
    const token = await this.tokens.current();
    return token === null ? refused(signedOut()) : this.http.sendFiles(mutation, variables, files, token);
  }

  /** For what is said often and briefly, and is worth no request of its own: over the connection that is there. Whether it was heard, nobody asks. */
  tell<T, V extends Record<string, unknown>>(operation: Operation<T, V>, variables: V): void {
    if (this.shared.isElsewhere) this.shared.tell(operation, variables);
    else this.tellHere(operation, variables);
  }

  /** Ends with an error when the connection does: whoever subscribes decides how to go on. */
  subscribe<T, V extends OperationVariables>(subscription: Operation<T, V>, variables: V): Observable<T> {
    return defer(() => from(this.shared.settled())).pipe(
      mergeMap(() =>
        this.shared.isElsewhere
          ? this.shared.subscribe(subscription, variables)
          : this.subscribeHere(subscription, variables),
      ),
    );
  }

  private tellHere({ text: query }: Operation<unknown, never>, variables: Record<string, unknown>): void {
    const nothing = (): undefined => undefined;
    const sink = { next: nothing, error: nothing, complete: nothing };
    this.socket.prepare().then((client) => client.subscribe({ query, variables }, sink), nothing);
  }

  private subscribeHere<T, V extends OperationVariables>(subscription: Operation<T, V>, variables: V): Observable<T> {
    return defer(() => from(this.apollo())).pipe(mergeMap((apollo) => apollo.subscribe(subscription, variables)));
  }

  private async run<T>(ask: (apollo: Apollo) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const apollo = await this.apollo().catch(() => null);
    // As a visitor nobody asks who is signed in: it would be refused for good.
    return apollo && !(await this.tokens.isMissing()) ? ask(apollo) : refused(unreachable());
  }

  private apollo(): Promise<Apollo> {
    return (this.loading ??= this.load());
  }

  private async load(): Promise<Apollo> {
    try {
      const { Apollo } = await loadApollo();
      return new Apollo({ fetch: this.fetch, tokens: this.tokens, socket: () => this.socket.prepare() });
    } catch (error) {
      // Without a network it is not there: the next attempt loads it again.
      this.loading = undefined;
      throw error;
    }
  }
}

function shortWait({ code, retryAfterSeconds }: Problem): number | null {
  if (code !== 'RATE_LIMITED' || retryAfterSeconds === null) return null;
  return retryAfterSeconds <= MAX_WAIT_SECONDS ? retryAfterSeconds : null;
}
