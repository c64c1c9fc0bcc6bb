import { ApolloLink } from '@apollo/client/link';
import { from, mergeMap, of, type Observable } from 'rxjs';
import type { AccessTokens } from '../session/access-tokens';
import { fromGraphQLErrors } from './problem';

/** Where tokens come from. */
export type Tokens = Pick<AccessTokens, 'current' | 'replace'>;

/** Sends every request with the access token; one that is refused for its token goes again with a new one, once. */
export class AuthorizationLink extends ApolloLink {
  constructor(private readonly tokens: Tokens) {
    super();
  }

  override request(
    operation: ApolloLink.Operation,
    forward: ApolloLink.ForwardFunction,
  ): Observable<ApolloLink.Result> {
    return from(this.tokens.current()).pipe(
      mergeMap((token) =>
        forward(withToken(operation, token)).pipe(
          mergeMap((result) => {
            if (token === null || !isRefused(result)) return of(result);
            return this.again(token, operation, forward, result);
          }),
        ),
      ),
    );
  }

  private again(
    refusedToken: string,
    operation: ApolloLink.Operation,
    forward: ApolloLink.ForwardFunction,
    refusal: ApolloLink.Result,
  ): Observable<ApolloLink.Result> {
    return from(this.tokens.replace(refusedToken)).pipe(
      mergeMap((token) => {
        if (token === null || token === refusedToken) return of(refusal);
        return forward(withToken(operation, token));
      }),
    );
  }
}

function withToken(operation: ApolloLink.Operation, token: string | null): ApolloLink.Operation {
  operation.setContext({ headers: token === null ? {} : { authorization: `Bearer ${token}` } });
  return operation;
}

function isRefused({ errors }: ApolloLink.Result): boolean {
  return errors !== undefined && errors.length > 0 && fromGraphQLErrors(errors).code === 'UNAUTHENTICATED';
}
