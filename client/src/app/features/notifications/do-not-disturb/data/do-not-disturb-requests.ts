import { inject, Injectable } from '@angular/core';
import { SetDoNotDisturbDocument } from '../../../../core/graphql/generated';
import { GraphQL } from '../../../../core/graphql/graphql';
import { done, type Outcome } from '../../../../core/graphql/problem';

@Injectable({ providedIn: 'root' })
export class DoNotDisturbRequests {
  private readonly graphql = inject(GraphQL);

  /** Says until when it holds; null ends it. */
  async set(until: string | null): Promise<Outcome<string | null>> {
    const outcome = await this.graphql.mutate(SetDoNotDisturbDocument, { input: { until } });
    return outcome.ok ? done(outcome.value.setDoNotDisturb.doNotDisturbUntil) : outcome;
  }
}
