import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Cursor } from '../graphql/index.js';
import { EventType, type LoggedEvent } from '../log/index.js';

export enum FeedMark {
  OPENED = 'OPENED',
  CAUGHT_UP = 'CAUGHT_UP',
  QUIET = 'QUIET',
}

registerEnumType(FeedMark, {
  name: 'FeedMark',
  description: 'Why an item moves the cursor though nothing happened.',
  valuesMap: {
    OPENED: { description: 'The feed starts from now.' },
    CAUGHT_UP: { description: 'All that had happened has been delivered; what follows is live.' },
    QUIET: {
      description:
        'Nothing happened that the reader is shown: for up to 30 seconds (longer silence is a fault), or in a long stretch of what is replayed.',
    },
  },
});

@ObjectType('FeedItem', { description: 'One step of a feed: something happened, or the cursor moves.' })
export class FeedItemType {
  @Field(() => Cursor, { description: 'Where to resume once this item has been handled.' })
  cursor!: string;

  @Field(() => EventType, {
    nullable: true,
    description: `What happened; null on a mark. Null with \`mark\` null too: it could not be shown, the answer's errors say why; do not move your cursor on, resume
from the one before.`,
  })
  event!: LoggedEvent | null;

  @Field(() => FeedMark, { nullable: true, description: 'Set on an item that only moves the cursor.' })
  mark!: FeedMark | null;

  @Field({
    description:
      'False while older events are being replayed; it may turn false again for a reader that fell behind, until the next CAUGHT_UP.',
  })
  live!: boolean;
}
