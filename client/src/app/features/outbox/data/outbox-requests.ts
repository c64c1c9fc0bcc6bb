import { inject, Injectable } from '@angular/core';
import { SendMessageDocument, type SendMessageInput } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { ReadMessage } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';

@Injectable({ providedIn: 'root' })
export class OutboxRequests {
  private readonly graphql = inject(GraphQL);

  async send(input: SendMessageInput): Promise<Outcome<ReadMessage>> {
    const outcome = await this.graphql.mutate(SendMessageDocument, { input });
    return outcome.ok ? done(outcome.value.sendMessage.message) : outcome;
  }
}
