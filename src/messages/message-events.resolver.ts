import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MessageType } from './message.type.js';
import { MessageEventType } from './messages.events.js';
import { NamedMessages } from './named-messages.js';

@Resolver(() => MessageEventType)
export class MessageEventResolver {
  constructor(private readonly messages: NamedMessages) {}

  @ResolveField(() => MessageType, { description: 'The message as it is now.' })
  message(@Parent() { subjectId }: MessageEventType, @Context() scope: object): Promise<MessageType> {
    return this.messages.get(scope, subjectId);
  }
}
