import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../graphql/index.js';
import { NodeType } from '../../nodes/index.js';
import type { IncomingWebhook } from './incoming-webhook.entity.js';

@ObjectType('IncomingWebhook', {
  implements: () => [NodeType],
  description: `An address by which other services post into a room, for whoever looks after its bot: \`POST /hooks/SECRET\` with JSON, \`{ "text" }\` as Slack takes it or \`{ "body", "nonce" }\`, with what GitHub
sends, or with a form whose field \`payload\` holds such JSON. The header \`Idempotency-Key\` is the nonce. It answers 200 and \`ok\`.`,
})
export class IncomingWebhookType {
  @Field(() => ID, { description: 'Names it for `deleteIncomingWebhook`.' })
  id!: string;

  @Field({ description: 'What it is called, and its bot too.' })
  name!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When something was posted last, to the minute; null where nothing was.',
  })
  lastUsedAt!: Date | null;

  roomId!: string;
  botId!: string;

  static of({ id, name, createdAt, lastUsedAt, roomId, botId }: IncomingWebhook): IncomingWebhookType {
    return { id, name, createdAt, lastUsedAt, roomId, botId };
  }
}
