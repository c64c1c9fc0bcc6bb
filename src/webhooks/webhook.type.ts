import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { KeptFilter } from '../consumers/index.js';
import { Cursor, DateTime, LongText, PAGE_INFO, PageInfo } from '../graphql/index.js';
import { NodeType } from '../nodes/index.js';
import type { Webhook } from './webhook.entity.js';

export enum WebhookState {
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  FAILING = 'FAILING',
}

registerEnumType(WebhookState, {
  name: 'WebhookState',
  description: 'Whether a webhook sends.',
  valuesMap: {
    ACTIVE: { description: 'It sends what happens.' },
    PAUSED: {
      description:
        'It sends nothing, and goes on from the same place when it is continued: `pauseWebhook` paused it, or the receiver answered 410.',
    },
    FAILING: { description: 'It sends, and nothing was taken for a day.' },
  },
});

@ObjectType({ description: 'An `EventFilter`, as it is kept.' })
export class EventFilterView {
  @Field(() => [String], { nullable: true, description: 'Names of types of events; null where all are wanted.' })
  types!: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of rooms; null where all are wanted.' })
  roomIds!: string[] | null;

  @Field({ description: 'Whether only messages are wanted that mention the bot.' })
  mentionsViewer!: boolean;

  @Field({ description: 'Whether what the bot did itself is left out.' })
  notByViewer!: boolean;

  static of({ types, roomIds, mentionsViewer, notByViewer }: KeptFilter): EventFilterView {
    return { types: types && [...types], roomIds: roomIds && [...roomIds], mentionsViewer, notByViewer };
  }
}

const DAY = 24 * 60 * 60 * 1000;

@ObjectType('Webhook', {
  implements: () => [NodeType],
  description: `Posts what a bot sees to an address, for whoever looks after the bot. Each request is signed as Standard Webhooks 1.0.0 has it: \`webhook-id\`, which stays the same for ever, so that a receiver can do each
once; \`webhook-timestamp\`; and \`webhook-signature\`, \`v1\` (HMAC-SHA256). Its body is JSON: what \`selection\` gives of the event when it is sent. A status from 200 to 299 within 15 seconds means that it was
taken. Otherwise it is sent again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, or later where \`Retry-After\` asks for that, up to a day; then it is DEAD. Redirects are not followed.
What happens in one room comes in order: a PENDING delivery holds back its room alone.`,
})
export class WebhookType {
  @Field(() => ID, { description: 'Stays the same until the webhook is deleted.' })
  id!: string;

  @Field({ description: 'Where events are posted.' })
  url!: string;

  @LongText()
  @Field({ description: 'What is sent of an event: a GraphQL selection of `Event`.' })
  selection!: string;

  @Field(() => EventFilterView, { description: 'Which events are sent.' })
  filter!: EventFilterView;

  @Field(() => WebhookState, { description: 'Whether it sends.' })
  state!: WebhookState;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when every attempt has failed; null where the last one did not.',
  })
  failingSince!: Date | null;

  botId!: string;
  position!: number;
  kept!: KeptFilter;

  static of(webhook: Webhook, now: Date): WebhookType {
    const { id, url, selection, filter, createdAt, failingSince, botId, position } = webhook;
    const seen = { id, url, selection, filter: EventFilterView.of(filter), state: stateOf(webhook, now) };
    return { ...seen, createdAt, failingSince, botId, position, kept: filter };
  }
}

function stateOf({ isPaused, failingSince }: Webhook, now: Date): WebhookState {
  if (isPaused) return WebhookState.PAUSED;
  const isFailing = failingSince !== null && now.getTime() - failingSince.getTime() >= DAY;
  return isFailing ? WebhookState.FAILING : WebhookState.ACTIVE;
}

@ObjectType({ description: 'A webhook in a list.' })
export class WebhookEdge {
  @Field(() => WebhookType, { description: 'The webhook.' })
  node!: WebhookType;

  @Field(() => Cursor, { description: 'Its place in the list, for `after`.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of webhooks, the newest first.' })
export class WebhookConnection {
  @Field(() => [WebhookEdge], { description: 'The webhooks with their places.' })
  edges!: WebhookEdge[];

  @Field(() => [WebhookType], { description: 'The webhooks alone.' })
  nodes!: WebhookType[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;
}
