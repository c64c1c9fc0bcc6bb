import { ObjectType } from '@nestjs/graphql';

/** Its fields come from the features above that know them. */
@ObjectType({
  description:
    'What a message is to the viewer, on all of their devices. No event of a room needs it: what changes it says who acted.',
})
export class MessageViewerState {
  messageId!: string;
  userId!: string;
}
