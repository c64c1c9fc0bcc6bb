import { inject, Injectable } from '@angular/core';
import { WhyNotifiedDocument, type WhyNotifiedQuery } from '../../../../core/graphql/generated';
import { GraphQL } from '../../../../core/graphql/graphql';
import { done, type Outcome } from '../../../../core/graphql/problem';

export type Explanation = WhyNotifiedQuery['whyNotified'];

@Injectable({ providedIn: 'root' })
export class WhyRequests {
  private readonly graphql = inject(GraphQL);

  async why(messageId: string): Promise<Outcome<Explanation>> {
    const outcome = await this.graphql.query(WhyNotifiedDocument, { messageId });
    return outcome.ok ? done(outcome.value.whyNotified) : outcome;
  }
}
