import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Cursor, DateTime } from '../graphql/index.js';
import { NodeType } from '../nodes/index.js';
import type { KeptFilter } from './consumer.entity.js';

@ObjectType('Consumer', {
  implements: () => [NodeType],
  description:
    "A place in the feed of an account that the server keeps, moved by `acknowledge` alone: what is handled but not acknowledged comes again, and nothing is passed over. Its own account sees it; a bot's owner and administrators see those of the bot.",
})
export class ConsumerType {
  @Field(() => ID, { description: 'Stays the same until the consumer is deleted.' })
  id!: string;

  @Field({
    description: 'What the account calls it: 1 to 64 letters from a to z, digits, dots, hyphens and underscores.',
  })
  name!: string;

  @Field(() => Cursor, {
    description: 'Its place: everything up to it was acknowledged. `events` takes it as `after`.',
  })
  cursor!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the place moved last; null while nothing was acknowledged.',
  })
  acknowledgedAt!: Date | null;

  userId!: string;
  position!: number;
  filter!: KeptFilter;
}

@ObjectType({ description: 'The answer to `acknowledge`, once the place is on disk.' })
export class AcknowledgePayload {
  @Field(() => ConsumerType, { description: 'As it is now, which may be further than what was acknowledged.' })
  consumer!: ConsumerType;
}

@ObjectType({ description: 'The answer to `deleteConsumer`.' })
export class DeleteConsumerPayload {
  @Field({ description: 'Always true: there is no consumer of this name any more.' })
  ok!: boolean;
}
