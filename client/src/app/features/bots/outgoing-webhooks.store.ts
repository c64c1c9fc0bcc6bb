import { inject, Injectable, signal } from '@angular/core';
import { done, type Outcome, type Problem } from '../../core/graphql/problem';
import { type OwnWebhook, WebhooksRequests } from './data/webhooks-requests';

export type { OwnWebhook } from './data/webhooks-requests';

/** The outgoing webhooks of one bot, read when they are first looked at, and whenever somebody asks for it. */
@Injectable()
export class OutgoingWebhooksStore {
  private readonly requests = inject(WebhooksRequests);
  private readonly loaded = signal<readonly OwnWebhook[] | null>(null);
  private readonly failure = signal<Problem | null>(null);

  readonly webhooks = this.loaded.asReadonly();
  readonly problem = this.failure.asReadonly();

  async load(botId: string): Promise<void> {
    this.failure.set(null);
    const outcome = await this.requests.ofBot(botId);
    if (outcome.ok) this.loaded.set(outcome.value);
    else this.failure.set(outcome.problem);
  }

  /** The secret, which is shown only now. */
  async create(input: { botId: string; url: string; selection: string }): Promise<Outcome<string>> {
    // What the bot says itself would come back to whoever lets it speak.
    const outcome = await this.requests.create({ ...input, filter: { notByViewer: true } });
    if (!outcome.ok) return outcome;
    const { webhook, secret } = outcome.value;
    this.loaded.update((webhooks) => [webhook, ...(webhooks ?? [])]);
    return done(secret);
  }

  async pause({ id }: OwnWebhook, isPaused: boolean): Promise<Outcome<OwnWebhook>> {
    return this.put(await this.requests.pause(id, isPaused));
  }

  async redeliver({ id }: OwnWebhook, deliveryId: string): Promise<Outcome<OwnWebhook>> {
    return this.put(await this.requests.redeliver(id, [deliveryId]));
  }

  async delete({ id }: OwnWebhook): Promise<Outcome<boolean>> {
    const outcome = await this.requests.delete(id);
    if (outcome.ok) this.loaded.update((webhooks) => webhooks?.filter((one) => one.id !== id) ?? null);
    return outcome;
  }

  private put(outcome: Outcome<OwnWebhook>): Outcome<OwnWebhook> {
    if (outcome.ok) {
      const { value } = outcome;
      this.loaded.update((webhooks) => webhooks?.map((one) => (one.id === value.id ? value : one)) ?? null);
    }
    return outcome;
  }
}
