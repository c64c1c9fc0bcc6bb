import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MessageType } from './message.type.js';
import { MessageEventType } from './messages.events.js';
import { MessagesService } from './messages.service.js';

@Resolver(() => MessageEventType)
export class MessageEventResolver {
  constructor(private readonly messages: MessagesService) {}

  @ResolveField(() => MessageType, { description: 'The message as it is now.' })
  message(@Parent() { subjectId }: MessageEventType, @Context() scope: object): Promise<MessageType> {
    return this.messages.get(scope, subjectId);
  }
}
