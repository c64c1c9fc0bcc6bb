import { vi } from 'vitest';
import type { BotAnswer } from './bots.js';
import type { Person } from './person.js';

export interface WebhookSeen {
  readonly id: string;
  readonly url: string;
  readonly state: 'ACTIVE' | 'PAUSED' | 'FAILING';
  readonly lag: number;
  readonly failingSince: string | null;
}

export interface DeliverySeen {
  readonly id: string;
  readonly eventId: string;
  readonly state: 'PENDING' | 'DELIVERED' | 'DEAD';
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly statusCode: number | null;
  readonly error: string | null;
}

export const SELECTION = '{ __typename id ... on MessageSent { message { body author { username } } } }';

export const CREATE_WEBHOOK =
  'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } secret } }';
export const UPDATE_WEBHOOK =
  'mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { webhook { id url selection } } }';
export const ROTATE_SECRET =
  'mutation ($id: ID!) { rotateWebhookSecret(input: { webhookId: $id }) { webhook { id } secret } }';
export const PAUSE_WEBHOOK =
  'mutation ($id: ID!, $isPaused: Boolean!) { pauseWebhook(input: { webhookId: $id, isPaused: $isPaused }) { webhook { state } } }';
export const DELETE_WEBHOOK = 'mutation ($id: ID!) { deleteWebhook(input: { webhookId: $id }) { ok } }';
export const REDELIVER =
  'mutation ($id: ID!, $deliveries: [ID!]) { redeliver(input: { webhookId: $id, deliveryIds: $deliveries }) { webhook { id } } }';

/** What a webhook is made with; by default it sends what is said. */
export interface WebhookWishes {
  readonly filter?: object;
  readonly selection?: string;
}

export function webhookInput(bot: { readonly id: string }, url: string, wishes: WebhookWishes = {}): object {
  return { botId: bot.id, url, filter: { types: ['MessageSent'] }, selection: SELECTION, ...wishes };
}

export async function makesWebhook(
  owner: Person,
  bot: BotAnswer,
  url: string,
  wishes: WebhookWishes = {},
): Promise<{ readonly id: string; readonly secret: string }> {
  const { createWebhook } = await owner.asks<{ createWebhook: { webhook: { id: string }; secret: string } }>(
    CREATE_WEBHOOK,
    { input: webhookInput(bot, url, wishes) },
  );
  return { id: createWebhook.webhook.id, secret: createWebhook.secret };
}

export async function webhookOf(owner: Person, { id }: { readonly id: string }): Promise<WebhookSeen> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Webhook { id url state lag failingSince } } }';
  return (await owner.asks<{ node: WebhookSeen }>(query, { id })).node;
}

/** The newest first. */
export async function deliveriesOf(
  owner: Person,
  { id }: { readonly id: string },
  state: DeliverySeen['state'] | null = null,
): Promise<DeliverySeen[]> {
  const query = `query ($id: ID!, $state: DeliveryState) { node(id: $id) { ... on Webhook {
    deliveries(state: $state) { nodes { id eventId state attempts nextAttemptAt statusCode error } }
  } } }`;
  const { node } = await owner.asks<{ node: { deliveries: { nodes: DeliverySeen[] } } }>(query, { id, state });
  return node.deliveries.nodes;
}

/** Waits until a delivery, the newest one, is as wanted. */
export async function untilNewest(
  owner: Person,
  webhook: { readonly id: string },
  isSo: (delivery: DeliverySeen) => boolean,
): Promise<DeliverySeen> {
  return vi.waitUntil(
    async () => {
      const [newest] = await deliveriesOf(owner, webhook);
      return newest && isSo(newest) ? newest : undefined;
    },
    { timeout: 20_000, interval: 20 },
  );
}

export async function pausesWebhook(who: Person, { id }: { readonly id: string }, isPaused = true): Promise<void> {
  await who.asks(PAUSE_WEBHOOK, { id, isPaused });
}

export async function deletesWebhook(who: Person, { id }: { readonly id: string }): Promise<void> {
  await who.asks(DELETE_WEBHOOK, { id });
}

export async function redelivers(
  who: Person,
  { id }: { readonly id: string },
  deliveries: readonly string[] | null = null,
): Promise<void> {
  await who.asks(REDELIVER, { id, deliveries });
}
