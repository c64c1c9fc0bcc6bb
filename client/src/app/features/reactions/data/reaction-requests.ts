import { inject, Injectable } from '@angular/core';
import {
  AddReactionDocument,
  type AddReactionInput,
  RemoveReactionDocument,
  WhoReactedDocument,
  type WhoReactedQuery,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { ReadMessage } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';

type Reacted = NonNullable<WhoReactedQuery['message']>['reactions'];

@Injectable({ providedIn: 'root' })
export class ReactionRequests {
  private readonly graphql = inject(GraphQL);

  async add(input: AddReactionInput): Promise<Outcome<ReadMessage>> {
    const outcome = await this.graphql.mutate(AddReactionDocument, { input });
    return outcome.ok ? done(outcome.value.addReaction.message) : outcome;
  }

  async remove(input: AddReactionInput): Promise<Outcome<ReadMessage>> {
    const outcome = await this.graphql.mutate(RemoveReactionDocument, { input });
    return outcome.ok ? done(outcome.value.removeReaction.message) : outcome;
  }

  async whoReacted(messageId: string): Promise<Outcome<Reacted>> {
    const outcome = await this.graphql.query(WhoReactedDocument, { messageId });
    return outcome.ok ? done(outcome.value.message?.reactions ?? []) : outcome;
  }
}
