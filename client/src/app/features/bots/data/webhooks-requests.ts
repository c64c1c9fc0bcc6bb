import { inject, Injectable } from '@angular/core';
import {
  CreateWebhookDocument,
  type CreateWebhookInput,
  DeleteWebhookDocument,
  type OwnWebhookFieldsFragment,
  PauseWebhookDocument,
  RedeliverDocument,
  WebhooksOfBotDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

export type OwnWebhook = OwnWebhookFieldsFragment;

@Injectable({ providedIn: 'root' })
export class WebhooksRequests {
  private readonly graphql = inject(GraphQL);

  async ofBot(botId: string): Promise<Outcome<readonly OwnWebhook[]>> {
    const outcome = await this.graphql.query(WebhooksOfBotDocument, { botId });
    if (!outcome.ok) return outcome;
    const { node } = outcome.value;
    return done((node && 'webhooks' in node ? node.webhooks : null) ?? []);
  }

  async create(input: CreateWebhookInput): Promise<Outcome<{ webhook: OwnWebhook; secret: string }>> {
    const outcome = await this.graphql.mutate(CreateWebhookDocument, { input });
    return outcome.ok ? done(outcome.value.createWebhook) : outcome;
  }

  async pause(webhookId: string, isPaused: boolean): Promise<Outcome<OwnWebhook>> {
    const outcome = await this.graphql.mutate(PauseWebhookDocument, { input: { webhookId, isPaused } });
    return outcome.ok ? done(outcome.value.pauseWebhook.webhook) : outcome;
  }

  async delete(webhookId: string): Promise<Outcome<boolean>> {
    const outcome = await this.graphql.mutate(DeleteWebhookDocument, { input: { webhookId } });
    return outcome.ok ? done(outcome.value.deleteWebhook.ok) : outcome;
  }

  async redeliver(webhookId: string, deliveryIds: readonly string[]): Promise<Outcome<OwnWebhook>> {
    const outcome = await this.graphql.mutate(RedeliverDocument, {
      input: { webhookId, deliveryIds: [...deliveryIds] },
    });
    return outcome.ok ? done(outcome.value.redeliver.webhook) : outcome;
  }
}
