import { inject, Injectable } from '@angular/core';
import { ServerLookDocument, UpdateServerDocument, type UpdateServerInput } from '../../../../core/graphql/generated';
import { GraphQL } from '../../../../core/graphql/graphql';
import type { ServerInfo } from '../../../../core/graphql/model';
import { done, type Outcome, problem, refused } from '../../../../core/graphql/problem';

@Injectable({ providedIn: 'root' })
export class ServerLookRequests {
  private readonly graphql = inject(GraphQL);

  /** For administrators: everybody else may know it, but has nothing to change. */
  async server(): Promise<Outcome<ServerInfo>> {
    const outcome = await this.graphql.query(ServerLookDocument, {});
    if (!outcome.ok) return outcome;
    const { viewer, server } = outcome.value;
    if (!viewer?.isAdministrator) return refused(problem('FORBIDDEN', $localize`Only administrators can do this.`));
    return done(server);
  }

  async update(input: UpdateServerInput): Promise<Outcome<ServerInfo>> {
    const outcome = await this.graphql.mutate(UpdateServerDocument, { input });
    return outcome.ok ? done(outcome.value.updateServer.server) : outcome;
  }
}
