import { inject, Injectable } from '@angular/core';
import {
  PushPublicKeyDocument,
  type PushSubscriptionFieldsFragment,
  RegisterPushSubscriptionDocument,
  type RegisterPushSubscriptionInput,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

@Injectable({ providedIn: 'root' })
export class PushRequests {
  private readonly graphql = inject(GraphQL);

  /** By which the server signs what it pushes; null where it pushes nothing. */
  async publicKey(): Promise<Outcome<string | null>> {
    const outcome = await this.graphql.query(PushPublicKeyDocument, {});
    return outcome.ok ? done(outcome.value.server.pushPublicKey) : outcome;
  }

  async register(input: RegisterPushSubscriptionInput): Promise<Outcome<PushSubscriptionFieldsFragment>> {
    const outcome = await this.graphql.mutate(RegisterPushSubscriptionDocument, { input });
    return outcome.ok ? done(outcome.value.registerPushSubscription.pushSubscription) : outcome;
  }
}
